package org.strop.launch.reproduce.cpl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.strop.configs.ConfigLoader;

class CplReportTest {
  private static final CplConfig CONFIG =
      ConfigLoader.load(
              Path.of(System.getProperty("strop.root"), "configs/reproduce/cpl.yaml"),
              List.of("seeds=[1,2]", "tasks=[a,b]", "arms=[bc,cpl]", "evaluation_episodes=10"),
              CplConfig.class)
          .value();

  private static ArmResult result(String task, long seed, Arm arm, int successes) {
    return new ArmResult(task, seed, arm, 10, successes, 2.0 * successes, 0.4, 20, 0.9);
  }

  @Test
  void pairsBySeedAndCountsEachSeedOnce() {
    List<ArmResult> results = new ArrayList<>();
    results.add(result("a", 1, Arm.BC, 1));
    results.add(result("b", 1, Arm.BC, 3));
    results.add(result("a", 2, Arm.BC, 5));
    results.add(result("b", 2, Arm.BC, 7));
    results.add(result("a", 1, Arm.CPL, 5));
    results.add(result("b", 1, Arm.CPL, 5)); // +0.3
    results.add(result("a", 2, Arm.CPL, 9));
    results.add(result("b", 2, Arm.CPL, 9)); // +0.3
    CplReport report = CplReport.of(CONFIG, results);
    assertThat(report.episodes()).isEqualTo(40);
    assertThat(report.rows().get(0).success()).isCloseTo(0.4, within(1e-12));
    assertThat(report.rows().get(0).successStandardError()).isCloseTo(0.2, within(1e-12));
    assertThat(report.cplMinusBc()).isCloseTo(0.3, within(1e-12));
    assertThat(report.cplMinusBcStandardError()).isCloseTo(0, within(1e-12));
    assertThat(report.rows().get(1).returnMinusBc()).isCloseTo(6, within(1e-12));
    assertThat(report.cplBeatsBc()).isTrue();
    assertThat(report.cells()).contains(new CplReport.Cell("b", Arm.BC, 0.5, 10));
  }
}
