package org.strop.launch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys of {@code --json}: as documented in {@code --help}, on the last line. */
class JsonKeysTest {
  @TempDir private Path folder;

  private static List<String> keys(JsonNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static JsonNode json(Cli result) throws Exception {
    assertThat(result.exitCode()).as(result.err()).isZero();
    return new ObjectMapper().readTree(result.lastLine());
  }

  @Test
  void evalJudgesADatasetAndPrintsItsKeys() throws Exception {
    Path data = Cli.demonstrations(folder.resolve("data"), 6);
    JsonNode result = json(Cli.run("eval", "--data", data.toString(), "--json"));
    assertThat(keys(result)).containsExactly("episodes", "success", "ci", "quality", "metrics");
    assertThat(result.path("episodes").asInt()).isEqualTo(6);
    assertThat(result.path("ci").path(0).asDouble())
        .isLessThanOrEqualTo(result.path("success").asDouble());
    assertThat(keys(result.path("metrics"))).contains("peak_force_n", "time_over_limit_s");
  }

  @Test
  void labelLetsASimulatedOperatorAnswerThroughThePanel() throws Exception {
    Path data = Cli.demonstrations(folder.resolve("data"), 6);
    Path taste = Path.of(System.getProperty("strop.root"), "configs/operators/brisk.yaml");
    Cli first = label(data, taste);
    assertThat(keys(json(first)))
        .containsExactlyInAnyOrder("queries", "choices", "scores", "store");
    assertThat(json(first).path("choices").asInt()).isEqualTo(3);
    assertThat(json(first).path("scores").asInt()).isEqualTo(6);
    assertThat(json(label(data, taste)).path("choices").asInt())
        .as("a second sitting finds every question answered")
        .isEqualTo(3);
  }

  private static Cli label(Path data, Path taste) {
    return Cli.run(
        "label",
        "--data",
        data.toString(),
        "--port",
        "0",
        "--simulate",
        taste.toString(),
        "--json");
  }

  @Test
  void rewardCrossValidatesOnPeoplesLabels() throws Exception {
    Path arrays =
        Path.of(System.getProperty("strop.data"), "robomimic-human-labels/can_human_train.npz");
    assumeTrue(Files.exists(arrays), "no data folder here: " + arrays);
    JsonNode result =
        json(
            Cli.run(
                "reward",
                "--pairs",
                arrays.toString(),
                "--folds",
                "5",
                "--set",
                "repeats=1",
                "--json"));
    assertThat(keys(result)).startsWith("n", "folds", "accuracy", "ci", "majority", "ties", "ece");
    assertThat(result.path("n").asInt() + result.path("ties").asInt()).isEqualTo(100);
    assertThat(result.path("accuracy").asDouble())
        .isGreaterThan(result.path("majority").asDouble());
  }

  @Test
  void rewardCompareTellsEveryOperatorAndModel() throws Exception {
    Path data = Cli.demonstrations(folder.resolve("demos"), 20);
    Path taste = Path.of(System.getProperty("strop.root"), "configs/operators/gentle.yaml");
    String store = json(label(data, taste)).path("store").asText();
    JsonNode result =
        json(
            Cli.run(
                "reward",
                "compare",
                "--data",
                data.toString(),
                "--labels",
                store,
                "--set",
                "min_labels=4",
                "--set",
                "folds=3",
                "--set",
                "repeats=1",
                "--json"));
    assertThat(keys(result)).containsExactly("rows");
    List<String> models = new ArrayList<>();
    for (JsonNode row : result.path("rows")) {
      assertThat(keys(row))
          .containsExactly(
              "operator", "task", "model", "cv_log_likelihood", "standard_error", "chosen");
      assertThat(row.path("cv_log_likelihood").asDouble()).isNegative();
      models.add(row.path("model").asText());
    }
    assertThat(models).containsExactly("partial_return", "regret", "mixture");
  }

  @Test
  void rewardCalibrateTellsCalibrationAndCeiling() throws Exception {
    Path knox = Path.of(System.getProperty("strop.data"), "knox-delivery");
    assumeTrue(Files.isDirectory(knox), "no data folder here: " + knox);
    JsonNode result = json(Cli.run("reward", "calibrate", "--knox", knox.toString(), "--json"));
    assertThat(keys(result)).containsExactly("rows", "ceilings");
    assertThat(keys(result.path("rows").path(0)))
        .startsWith("task", "model", "n", "temperature", "ece", "ece_ci", "ece_calibrated");
    assertThat(result.path("ceilings").path("Privileged-Control").path("accuracy").asDouble())
        .isBetween(0.65, 0.85);
  }

  @Test
  void simDynamicsPrintsTheKeysOfTheIssue() throws Exception {
    JsonNode result = json(Cli.run("sim", "dynamics", "--q", "0,0.2,3,-2,0", "-0.5 1.5", "--json"));
    assertThat(keys(result))
        .containsExactly(
            "joints",
            "mass_matrix",
            "coriolis_and_gravity",
            "gravity",
            "flange_position",
            "flange_quaternion_xyzw",
            "jacobian",
            "joint_acceleration");
    assertThat(result.path("joints")).hasSize(7);
    assertThat(result.path("jacobian")).hasSize(6);
  }

  @Test
  void benchPrintsItsRows() throws Exception {
    JsonNode result =
        json(Cli.run("bench", "sim", "--seconds", "0.01", "--episodes", "2", "--json"));
    assertThat(keys(result.path("rows").path(0)))
        .containsExactly("name", "value", "unit", "rival", "rival_value", "ratio");
    assertThat(result.path("rows").path(0).path("value").asDouble()).isPositive();
  }

  @Test
  void doctorPrintsItsChecks() throws Exception {
    Cli result = Cli.run("doctor", "--json");
    assertThat(keys(new ObjectMapper().readTree(result.lastLine()).path("checks").path(0)))
        .containsExactly("name", "status", "found", "mend");
  }
}
