package org.strop.ui.panel;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** A real Chromium, without a window, that remembers every console error and failed script. */
final class Browser implements AutoCloseable {
  private static final Path CHROMIUM =
      Path.of(System.getProperty("strop.chromium", "/usr/bin/chromium"));
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;
  private final List<String> errors = new ArrayList<>();

  private Browser(Playwright playwright, com.microsoft.playwright.Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Starts Chromium; skips the test where there is none, unless {@code strop.require} names it. */
  static Browser start() {
    boolean required =
        Arrays.asList(System.getProperty("strop.require", "").split(",")).contains("browser");
    if (!required) {
      Assumptions.assumeTrue(
          Files.isExecutable(CHROMIUM), "no Chromium at " + CHROMIUM + ": browser tests left out");
    }
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    BrowserType.LaunchOptions options =
        new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(FLAGS);
    return new Browser(playwright, playwright.chromium().launch(options));
  }

  /** Opens a fresh window, with storage of its own. */
  Page window(int width, int height, ColorScheme scheme) {
    BrowserContext context =
        browser.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme));
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            errors.add(message.type() + ": " + message.text());
          }
        });
    page.onPageError(error -> errors.add("script: " + error));
    return page;
  }

  /** Returns what went wrong in any window so far. */
  List<String> errors() {
    return List.copyOf(errors);
  }

  /** Forgets errors that the test caused on purpose, such as a panel that was stopped. */
  void forgetErrors() {
    errors.clear();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
