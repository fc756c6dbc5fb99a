package org.strop.ui.panel;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strop.bridge.trajectory.Choice;
import org.strop.bridge.trajectory.PreferenceLabel;
import org.strop.bridge.trajectory.ScoreLabel;

@Tag("browser")
class PanelBrowserIT {
  private static final Path SHOTS = Path.of("target", "screenshots");
  private static Browser browser = unstarted();

  @TempDir Path folder;
  private PanelFixture panel = unstarted();

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // set before every test
  private static <T> T unstarted() {
    return null;
  }

  @BeforeAll
  static void startBrowser() {
    browser = Browser.start();
  }

  @AfterAll
  static void stopBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void startPanel() {
    browser.forgetErrors();
    panel = PanelFixture.start(folder, 8, PanelConfig.local(0));
  }

  @AfterEach
  void stopPanelAndCheckConsole() {
    panel.close();
    assertThat(browser.errors()).as("console errors").isEmpty();
  }

  private Page open(String operator) {
    Page page = browser.window(1366, 768, ColorScheme.LIGHT);
    page.navigate(panel.server().url() + "?operator=" + operator);
    assertThat(page.locator("attempt-card")).hasCount(2);
    return page;
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
  }

  private static Locator card(Page page, int side) {
    return page.locator("attempt-card").nth(side);
  }

  private static Locator digit(Page page, int side, int score) {
    String name = "Score " + score;
    return card(page, side)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  private static void isSaved(Page page, int done) {
    assertThat(page.locator(".progress")).containsText(done + " of 4 pairs");
    assertThat(page.locator(".state")).hasText("all answers saved");
  }

  private List<Choice> choices() {
    return panel.store().preferences().stream().map(PreferenceLabel::choice).toList();
  }

  private static void shot(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")));
  }

  @Test
  void aNewcomerGivesANameAndLabelsByMouse() {
    Page page = browser.window(1366, 768, ColorScheme.LIGHT);
    page.navigate(panel.server().url());
    page.getByLabel("Your name").fill("newcomer");
    button(page, "Start").click();
    assertThat(page.locator("attempt-card")).hasCount(2);
    digit(page, 1, 7).click();
    card(page, 1).getByText("too low").click();
    button(page, "Right is better").click();
    isSaved(page, 1);
    assertThat(choices()).containsExactly(Choice.SECOND);
    ScoreLabel score = panel.store().scores().get(0);
    assertThat(score.segment().episodeId()).isEqualTo("attempt-1");
    assertThat(score.score()).isEqualTo(7);
    assertThat(score.causes()).containsExactly("too_low");
    PreferenceLabel label = panel.store().preferences().get(0);
    assertThat(label.provenance().kind()).isEqualTo("person");
    assertThat(label.provenance().operator()).isEqualTo("newcomer");
    assertThat(label.provenance().responseMillis()).isBetween(1L, 60_000L);
  }

  @Test
  void everyAnswerHasAKeyAndTheKeyIsShown() {
    Page page = open("keys");
    for (String text : List.of("Left is better A", "Both the same S", "I can’t tell C")) {
      assertThat(page.locator(".choices")).containsText(text);
    }
    page.keyboard().press("4");
    page.keyboard().press("h");
    page.keyboard().press("e");
    page.keyboard().press("9");
    assertThat(digit(page, 1, 9)).hasAttribute("aria-pressed", "true");
    page.keyboard().press("a");
    isSaved(page, 1);
    page.keyboard().press("s");
    isSaved(page, 2);
    page.keyboard().press("c");
    isSaved(page, 3);
    page.keyboard().press("d");
    assertThat(page.locator("h1")).containsText("All done");
    assertThat(choices())
        .containsExactly(Choice.FIRST, Choice.SAME, Choice.CANT_TELL, Choice.SECOND);
    assertThat(panel.store().scores()).extracting(ScoreLabel::score).containsExactly(4, 9);
    assertThat(panel.store().scores().get(0).causes()).containsExactly("too_high");
    shot(page, "done");
  }

  @Test
  void undoReloadAndRestartLoseNothing() {
    Page page = open("steady");
    page.keyboard().press("6");
    assertThat(digit(page, 0, 6)).hasAttribute("aria-pressed", "true");
    isSaved(page, 0);
    page.reload();
    assertThat(digit(page, 0, 6)).hasAttribute("aria-pressed", "true");
    page.keyboard().press("a");
    isSaved(page, 1);
    button(page, "Undo").click();
    isSaved(page, 0);
    assertThat(digit(page, 0, 6)).hasAttribute("aria-pressed", "true");
    page.keyboard().press("u");
    assertThat(digit(page, 0, 6)).hasAttribute("aria-pressed", "false");
    page.keyboard().press("d");
    isSaved(page, 1);
    restart();
    page.reload();
    isSaved(page, 1);
    page.keyboard().press("s");
    isSaved(page, 2);
    assertThat(choices()).containsExactly(Choice.SECOND, Choice.SAME);
    assertThat(panel.store().scores()).isEmpty();
  }

  private void restart() {
    int port = panel.server().port();
    panel.close();
    panel = PanelFixture.start(folder, 8, PanelConfig.local(port));
  }

  @Test
  void anAnswerGivenWhileThePanelIsDownIsKeptAndSavedLater() {
    Page page = open("patient");
    int port = panel.server().port();
    panel.close();
    page.keyboard().press("d");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Not saved yet: 1 answer");
    shot(page, "panel-down");
    panel = PanelFixture.start(folder, 8, PanelConfig.local(port));
    isSaved(page, 1);
    assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
    assertThat(choices()).containsExactly(Choice.SECOND);
    browser.forgetErrors(); // refused connections are logged by the browser itself
  }

  @Test
  void anAnswerWhoseAcknowledgementWasLostIsStoredOnce() {
    Page page = open("twice");
    page.route(
        "**/api/choices",
        route -> {
          route.fetch(); // the panel stores it ...
          route.abort(); // ... but the page never hears of it
        },
        new Page.RouteOptions().setTimes(1));
    page.keyboard().press("a");
    isSaved(page, 1);
    assertThat(choices()).containsExactly(Choice.FIRST);
    browser.forgetErrors(); // the aborted request
  }

  @Test
  void aPairAnsweredInAnotherTabIsTold() {
    Page first = open("tabs");
    Page second = open("tabs");
    first.keyboard().press("a");
    isSaved(first, 1);
    second.keyboard().press("d");
    assertThat(second.getByRole(AriaRole.ALERT)).containsText("An answer was not taken");
    isSaved(second, 1);
    button(second, "OK").click();
    assertThat(second.getByRole(AriaRole.ALERT)).hasCount(0);
    assertThat(choices()).containsExactly(Choice.FIRST);
    browser.forgetErrors(); // the browser logs the 409
  }

  @Test
  void bothAttemptsFollowOneClockByMouseAndByKey() {
    Page page = open("clock");
    Locator play = page.locator(".play");
    Locator time = page.locator(".transport input");
    assertThat(play).containsText("Pause");
    page.keyboard().press("Space");
    assertThat(play).containsText("Play");
    page.keyboard().press("r");
    page.keyboard().press("Space");
    time.fill("3");
    assertThat(page.locator(".time")).containsText("3.0 of");
    Locator scene = card(page, 0).locator("canvas.scene");
    byte[] atThree = scene.screenshot();
    time.fill("5");
    assertThat(scene.screenshot()).isNotEqualTo(atThree);
    shot(page, "compare");
    page.locator("h1").click();
    page.keyboard().press("ArrowLeft");
    assertThat(page.locator(".time")).containsText("4.8 of");
    page.keyboard().press("+");
    assertThat(page.locator(".speed")).containsText("2×");
    button(page, "Slower").click();
    assertThat(page.locator(".speed")).containsText("1×");
    play.click();
    assertThat(play).containsText("Pause");
    assertThat(choices()).isEmpty();
  }

  @Test
  void aNarrowScreenShowsEverythingWithoutSidewaysScrolling() {
    Page page = browser.window(390, 844, ColorScheme.DARK);
    page.navigate(panel.server().url() + "?operator=narrow");
    assertThat(page.locator("attempt-card")).hasCount(2);
    Object beside = page.evaluate("document.documentElement.scrollWidth - innerWidth");
    assertThat(((Number) beside).intValue()).isLessThanOrEqualTo(0);
    shot(page, "narrow");
    assertThat(button(page, "Left is better")).isInViewport();
    digit(page, 1, 3).click();
    button(page, "Left is better").click();
    isSaved(page, 1);
    assertThat(panel.store().scores()).hasSize(1);
  }

  @Test
  void everyControlHasANameAndFocusIsVisible() {
    Page page = open("access");
    Object nameless =
        page.evaluate(
            "[...document.querySelectorAll('button,input,canvas')].filter(e => !(e.ariaLabel ||"
                + " e.getAttribute('aria-label') || e.textContent.trim() || e.labels?.length))"
                + ".length");
    assertThat(nameless).isEqualTo(0);
    page.keyboard().press("Tab");
    assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
        .isEqualTo("solid");
  }

  @Test
  void thePicturesMathematicsIsRight() {
    Page page = open("maths");
    Object wrong =
        page.evaluate(
            """
            async () => {
              const { prepare, surfaceAt, stepAt, between, sharedScales, gougeStarts } =
                await import('/page/replay.js');
              const s = Math.sin(0.2), c = Math.cos(0.2);
              const pose = (x) => [x, 0, 0.05, 0, s, 0, c];
              const raw = {
                rate_hz: 20, wrench: [[3, 0, 4], [0, 0, 0], [null, 0, 1], [0, 6, 8]],
                state: [pose(0), pose(0.01), pose(0.02), pose(0.03)],
                cut: [[0, 0, 0, 0], [0.001, 0.01, 0, 0.003], [0.0024, 0.01, 0, 0.003], [0, 0, 0, 0]],
                workpiece: { kind: 'apple', skin_thickness_m: 0.0003,
                             profile: [[0, 0.05, 0.02], [0.1, 0.07, 0.02]] },
              };
              const r = prepare(raw, 0, 4);
              const scales = sharedScales([r]);
              const near = (a, b) => Math.abs(a - b) < 1e-9;
              const laws = {
                force: r.force[0] === 5 && Number.isNaN(r.force[2]) && r.force[3] === 10,
                back: near(r.back[0].x, -Math.cos(0.4)) && near(r.back[0].z, Math.sin(0.4)),
                surface: near(surfaceAt(r.profile, 0.05).z, 0.06) && surfaceAt(r.profile, 0.2) === null,
                clock: stepAt(r, 0.075) === 1.5 && stepAt(r, 9) === 3 && near(between(r.x, 1.5), 0.015),
                scales: scales.force === 10 && near(scales.thickness, 0.003) && near(scales.seconds, 0.15),
                gouges: gougeStarts(r).join() === '1',
                part: prepare(raw, 1, 3).steps === 2 && prepare(raw, 1, 3).x[0] === 0.01,
              };
              return Object.keys(laws).filter((law) => !laws[law]);
            }
            """);
    assertThat(wrong).isEqualTo(List.of());
  }
}
