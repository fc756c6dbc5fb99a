package org.strop.launch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "sim",
        "record",
        "train",
        "label",
        "reward",
        "finetune",
        "eval",
        "reproduce",
        "bench",
        "doctor"
      })
  void helpEndsInTwoRealExamples(String verb) {
    Cli help = Cli.run(verb, "--help");
    assertThat(help.exitCode()).isZero();
    String examples = help.out().substring(help.out().indexOf("Examples:"));
    assertThat(examples.lines().filter(line -> line.contains("strop " + verb))).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"demo", "record", "train", "label", "reward", "finetune", "eval", "reproduce"})
  void helpTellsTheKeysOfTheJson(String verb) {
    assertThat(Cli.run(verb, "--help").out()).contains("--json", "With --json:");
  }
}
