package org.strop.launch.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.strop.launch.eval.Arm;
import org.strop.launch.eval.EpisodeOutcome;
import org.strop.launch.run.JsonLine;

class DemoResultTest {
  private static Arm arm(String name, boolean success, double... quality) {
    List<EpisodeOutcome> all = new ArrayList<>();
    for (int i = 0; i < quality.length; i++) {
      all.add(new EpisodeOutcome(i, success, quality[i], Map.of()));
    }
    return new Arm(name, all);
  }

  private static DemoResult result() {
    return DemoResult.of(
        List.of(
            new SeedResult(
                1,
                List.of(
                    arm("base", false, 0.5, 0.5),
                    arm("refined", true, 0.7, 0.7),
                    arm("control", false, 0.5, 0.5))),
            new SeedResult(
                2,
                List.of(
                    arm("base", true, 0.5, 0.5),
                    arm("refined", true, 0.6, 0.4),
                    arm("control", false, 0.6, 0.6)))),
        12,
        100,
        "report.html");
  }

  @Test
  void differencesAreMeansOverSeedsWithTheirErrors() {
    DemoResult r = result();
    assertThat(r.pairedDifference()).isCloseTo(0.1, within(1e-12)); // (0.2 + 0.0) / 2
    assertThat(r.standardError()).isCloseTo(0.1, within(1e-12));
    assertThat(r.improved()).isFalse();
    assertThat(r.controlDifference()).isCloseTo(0.05, within(1e-12));
    assertThat(r.winRate()).isCloseTo(0.75, within(1e-12));
    assertThat(r.baseSuccess()).isEqualTo(0.5);
    assertThat(r.refinedSuccess()).isEqualTo(1);
    assertThat(r.episodes()).isEqualTo(4);
  }

  @Test
  void theJsonHasTheDocumentedKeys() throws Exception {
    List<String> keys = new ArrayList<>();
    new ObjectMapper().readTree(JsonLine.of(result())).fieldNames().forEachRemaining(keys::add);
    assertThat(keys)
        .containsExactly(
            "seeds",
            "episodes",
            "base_success",
            "refined_success",
            "base_ci",
            "refined_ci",
            "paired_difference",
            "standard_error",
            "control_difference",
            "control_standard_error",
            "win_rate",
            "wall_s",
            "peak_rss_mb",
            "report");
  }

  @Test
  void oneSeedHasNoStandardErrorAndTheJsonSaysNull() throws Exception {
    SeedResult only =
        new SeedResult(
            1, List.of(arm("base", true, 1), arm("refined", true, 2), arm("control", true, 1)));
    DemoResult r = DemoResult.of(List.of(only), 1, 1, "");
    assertThat(r.improved()).isFalse();
    assertThat(new ObjectMapper().readTree(JsonLine.of(r)).path("standard_error").isNull())
        .isTrue();
  }
}
