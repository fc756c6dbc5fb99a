package org.strop.launch.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static Arm arm(long firstSeed, double... quality) {
    return new Arm(
        "a",
        IntStream.range(0, quality.length)
            .mapToObj(
                i -> new EpisodeOutcome(firstSeed + i, i == 0, quality[i], Map.of("m", quality[i])))
            .toList());
  }

  @Test
  void swappingTheArmsNegatesTheDifferenceAndMirrorsTheWins() {
    Comparison ab = Comparison.episodes(arm(1, 3, 2, 5), arm(1, 1, 2, 4));
    Comparison ba = Comparison.episodes(arm(1, 1, 2, 4), arm(1, 3, 2, 5));
    assertThat(ab.difference().mean()).isCloseTo(1, within(1e-12));
    assertThat(ba.difference().mean()).isCloseTo(-1, within(1e-12));
    assertThat(ab.winRate()).isCloseTo(2.5 / 3, within(1e-12));
    assertThat(ab.winRate() + ba.winRate()).isCloseTo(1, within(1e-12));
  }

  @Test
  void overRunsTheSampleIsTheRun() {
    Comparison runs =
        Comparison.runs(
            List.of(arm(1, 2, 2), arm(3, 5, 5), arm(5, 2, 4)),
            List.of(arm(1, 1, 1), arm(3, 3, 3), arm(5, 0, 0)));
    assertThat(runs.difference().n()).isEqualTo(3);
    assertThat(runs.difference().mean()).isCloseTo(2, within(1e-12));
    // differences 1, 2, 3: sample standard deviation 1
    assertThat(runs.difference().standardError()).isCloseTo(1 / Math.sqrt(3), within(1e-12));
    assertThat(runs.winRate()).isEqualTo(1);
  }

  @Test
  void armsThatMetOtherInstancesAreNotCompared() {
    assertThatThrownBy(() -> Comparison.episodes(arm(1, 1), arm(2, 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void metricsThatAreNotThereAreLeftOutOfTheMean() {
    assertThat(arm(1, 1, Double.NaN, 3).meanMetrics().get("m")).isEqualTo(2);
  }
}
