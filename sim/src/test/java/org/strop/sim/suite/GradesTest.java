package org.strop.sim.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.strop.sim.rollout.EpisodePool;
import org.strop.sim.suite.act.Quality;

/**
 * The expert solves, the random policy does not, and the grades rank as named; the full hundred
 * seeds are {@code strop sim rollout --task all}.
 */
class GradesTest {
  private static final int N = 36;

  static List<String> tasks() {
    return Suite.names();
  }

  private static List<SuiteOutcome> run(String task, Quality quality) {
    try (EpisodePool pool = new EpisodePool(2)) {
      return new SuiteRollouts(Suite.TASKS.load(task), pool).run(quality, N, 1, done -> {});
    }
  }

  private static double meanReturn(List<SuiteOutcome> outcomes) {
    return outcomes.stream().mapToDouble(SuiteOutcome::sumOfRewards).average().orElseThrow();
  }

  private static double success(List<SuiteOutcome> outcomes) {
    return outcomes.stream().filter(SuiteOutcome::success).count() / (double) N;
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void gradesRankAsNamed(String task) {
    List<SuiteOutcome> expert = run(task, Quality.EXPERT);
    List<SuiteOutcome> random = run(task, Quality.RANDOM);
    double noisy = meanReturn(run(task, Quality.NOISY));
    double wandering = meanReturn(run(task, Quality.WANDERING));
    double mixed = meanReturn(run(task, Quality.MIXED));
    assertThat(success(expert)).isGreaterThanOrEqualTo(0.95);
    assertThat(success(random)).isLessThan(0.10);
    assertThat(meanReturn(expert)).isGreaterThan(1.1 * noisy);
    assertThat(noisy).isGreaterThan(1.1 * wandering);
    assertThat(wandering).isGreaterThan(1.1 * meanReturn(random));
    assertThat(mixed).isBetween(1.1 * wandering, 0.9 * meanReturn(expert));
  }
}
