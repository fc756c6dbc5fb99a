package org.strop.launch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code sim rollout} and {@code sim dataset}. */
class SimSuiteTest {
  @TempDir private Path folder;

  private static JsonNode rollout(String... more) throws IOException {
    List<String> args = new ArrayList<>(List.of("sim", "rollout", "--json"));
    args.addAll(List.of(more));
    Cli result = Cli.run(args.toArray(String[]::new));
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out().lines()).as("one line on standard output").hasSize(1);
    return new ObjectMapper().readTree(result.lastLine());
  }

  private static List<String> keys(JsonNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  @ParameterizedTest
  @CsvSource({
    "drawer_open, expert, final_progress",
    "peeling, demonstrator, peak_force_n",
    "peeling, constant, peak_force_n"
  })
  void rolloutPrintsItsKeysAndThreadsChangeNothing(String task, String policy, String metric)
      throws IOException {
    String[] args = {"--task", task, "--policy", policy, "--episodes", "8"};
    JsonNode one =
        rollout(Stream.concat(Stream.of(args), Stream.of("--threads", "1")).toArray(String[]::new));
    JsonNode three =
        rollout(Stream.concat(Stream.of(args), Stream.of("--threads", "3")).toArray(String[]::new));
    List<String> keys =
        List.of(
            "task", "policy", "episodes", "success", "ci", "mean_return", "metrics", "steps_per_s");
    assertThat(keys(one)).isEqualTo(keys);
    assertThat(keys(one.path("metrics"))).contains(metric);
    assertThat(one.path("ci").path(0).asDouble()).isLessThan(one.path("ci").path(1).asDouble());
    for (String key : keys.subList(0, 7)) { // all but the rate
      assertThat(three.path(key)).as(key).isEqualTo(one.path(key));
    }
  }

  @Test
  void datasetsOfAllTasksAreTheSameBytesForAnyNumberOfThreads() throws IOException {
    Path a = dataset("a", 1);
    Path b = dataset("b", 3);
    List<Path> files;
    try (Stream<Path> walk = Files.walk(a)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    assertThat(files).hasSizeGreaterThan(13 * 5);
    for (Path file : files) {
      Path twin = b.resolve(a.relativize(file));
      assertThat(Files.mismatch(file, twin)).as(file.toString()).isEqualTo(-1);
    }
  }

  private Path dataset(String name, int threads) throws IOException {
    Path out = folder.resolve(name);
    Cli result =
        Cli.run(
            "sim",
            "dataset",
            "--task",
            "all",
            "--quality",
            "mixed",
            "--episodes",
            "4",
            "--out",
            out.toString(),
            "--threads",
            Integer.toString(threads),
            "--json");
    assertThat(result.exitCode()).as(result.err()).isZero();
    JsonNode rows = new ObjectMapper().readTree(result.lastLine()).path("datasets");
    assertThat(keys(rows.path(0)))
        .containsExactly("task", "quality", "episodes", "steps", "dataset");
    assertThat(rows).allSatisfy(row -> assertThat(row.path("steps").asInt()).isEqualTo(480));
    return out;
  }

  @ParameterizedTest
  @CsvSource({
    "--task, drawer_opn, did you mean drawer_open?",
    "--policy, exprt, did you mean expert?",
    "--episodes, 0, must be at least 1",
    "--threads, 0, must be at least 1"
  })
  void wrongOptionsAreToldWithTheMend(String option, String value, String message) {
    List<String> args = new ArrayList<>(List.of("sim", "rollout", option, value));
    if (!option.equals("--task")) {
      args.addAll(List.of("--task", "drawer_open"));
    }
    Cli result = Cli.run(args.toArray(String[]::new));
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rollout", "dataset"})
  void helpTellsTheKeysAndEndsInTwoExamples(String verb) {
    String help = Cli.run("sim", verb, "--help").out();
    assertThat(help).contains("With --json:");
    String examples = help.substring(help.indexOf("Examples:"));
    assertThat(examples.lines().filter(line -> line.contains("strop sim " + verb))).hasSize(2);
  }
}
