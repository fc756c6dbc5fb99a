package org.strop.launch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** {@code reward} with its report, {@code reward explain} and {@code reward study}. */
@ResourceLock("autograd")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RewardExplainStudyTest {
  private static final Path CONFIGS = Path.of(System.getProperty("strop.root"), "configs");

  private Path folder = Path.of("");
  private Path data = Path.of("");
  private Path run = Path.of("");
  private String store = "";

  @BeforeAll
  void label(@TempDir Path shared) throws Exception {
    folder = shared;
    data = Cli.demonstrations(folder.resolve("demos"), 12);
    run = folder.resolve("run");
    String taste = CONFIGS.resolve("operators/gentle.yaml").toString();
    store =
        json(Cli.run("label", "--data", path(data), "--port", "0", "--simulate", taste, "--json"))
            .path("store")
            .asText();
  }

  private static String path(Path path) {
    return path.toString();
  }

  private static JsonNode json(Cli result) throws Exception {
    assertThat(result.exitCode()).as(result.err()).isZero();
    return new ObjectMapper().readTree(result.lastLine());
  }

  private static List<String> keys(JsonNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private Cli fit(String config, Path into, String... more) {
    List<String> args =
        new ArrayList<>(List.of("reward", "--config", path(CONFIGS.resolve("reward/" + config))));
    args.addAll(List.of("--data", path(data), "--labels", store, "--run", path(into)));
    args.addAll(List.of("--set", "fit.steps=30", "--set", "ensemble.members=2"));
    args.addAll(List.of(more));
    return Cli.run(args.toArray(String[]::new));
  }

  private Cli explain(String episode, String... more) {
    List<String> args =
        new ArrayList<>(List.of("reward", "explain", "--run", path(run), "--data", path(data)));
    args.addAll(List.of("--episode", episode));
    args.addAll(List.of(more));
    return Cli.run(args.toArray(String[]::new));
  }

  @Test
  void contributionsSumToThePreSquashAndAPictureIsDrawn() throws Exception {
    assertThat(fit("peeling_composite.yaml", run).exitCode()).isZero();
    String episode = episode();
    Path picture = folder.resolve("why.html");
    JsonNode told = json(explain(episode, "--picture", path(picture), "--json"));
    assertThat(keys(told))
        .containsExactly(
            "episode",
            "steps",
            "seconds",
            "reward",
            "standard_deviation",
            "pre_squash",
            "contributions");
    assertThat(told.path("episode").asText()).isEqualTo(episode);
    int steps = told.path("steps").asInt();
    assertThat(told.path("reward")).hasSize(steps);
    assertThat(keys(told.path("contributions"))).contains("force_over", "residual");
    for (int t = 0; t < steps; t++) {
      double sum = 0;
      for (JsonNode part : told.path("contributions")) {
        sum += part.path(t).asDouble();
      }
      assertThat(sum).isCloseTo(told.path("pre_squash").path(t).asDouble(), within(1e-4));
    }
    assertThat(Files.readString(picture)).contains("<svg").contains("force_over");
    Cli words = explain(episode);
    assertThat(words.out()).startsWith("second").contains("force_over");
    assertThat(words.out().lines().map(String::length).distinct())
        .as("columns stand under their names")
        .hasSize(1);
    Cli unknown = explain("nobody");
    assertThat(unknown.exitCode()).isNotZero();
    assertThat(unknown.err()).contains("nobody").contains("fix:");
  }

  private String episode() throws Exception {
    try (var files = Files.walk(data)) {
      List<String> names =
          files
              .map(f -> f.getFileName().toString())
              .filter(name -> name.startsWith("demo"))
              .map(name -> name.replaceAll("\\..*", ""))
              .sorted()
              .toList();
      return names.get(0);
    }
  }

  @Test
  void aFitTellsCalibrationAndTakesPreferenceModels() throws Exception {
    Cli words = fit("peeling.yaml", folder.resolve("a"), "--set", "preference_model=regret");
    assertThat(words.exitCode()).as(words.err()).isZero();
    assertThat(words.out()).contains("calibration error").contains("of the other folds");
    JsonNode report = json(fit("peeling.yaml", folder.resolve("b"), "--json")).path("report");
    assertThat(report.path("preference_model").asText()).isEqualTo("partial_return");
    assertThat(keys(report.path("calibration")))
        .startsWith("n", "temperature", "ece", "ece_ci", "ece_calibrated", "ece_calibrated_ci");
    Cli auto = fit("peeling.yaml", folder.resolve("c"), "--set", "preference_model=auto");
    assertThat(auto.exitCode()).isEqualTo(2);
    assertThat(auto.err()).contains("strop reward compare");
  }

  @Test
  void aStudyComparesConfigurationsOnTheSameData() throws Exception {
    String same = path(CONFIGS.resolve("reward/peeling.yaml"));
    JsonNode told =
        json(
            Cli.run(
                "reward",
                "study",
                "--configs",
                "peeling," + same,
                "--operators",
                "gentle",
                "--seeds",
                "101,102",
                "--attempts",
                "10",
                "--pairs",
                "8",
                "--fresh",
                "10",
                "--json"));
    assertThat(keys(told)).containsExactlyInAnyOrder("rows", "summary");
    assertThat(told.path("rows")).hasSize(4);
    assertThat(keys(told.path("rows").path(0)))
        .containsExactly("operator", "seed", "config", "fresh_tau", "accuracy", "log_loss", "ece");
    JsonNode other = told.path("summary").path(1);
    assertThat(keys(other))
        .containsExactly("operator", "config", "fresh_tau", "difference", "standard_error", "n");
    assertThat(other.path("difference").asDouble()).as("the same configuration").isZero();
    assertThat(other.path("n").asInt()).isEqualTo(2);
  }
}
