package org.strop.reward.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.strop.reward.calibrate.CrossCalibration;
import org.strop.reward.ceiling.HumanCeiling;

/** People's own choices on the delivery task (1,793 labels); skipped without the public data. */
@Tag("slow")
class KnoxCompareIT {
  private static KnoxLabels labels() {
    Path data = Path.of(System.getProperty("strop.data", "missing")).resolve("knox-delivery");
    assumeTrue(Files.isDirectory(data), "no public data in -Dstrop.data");
    return KnoxLabels.readAll(data).get(0);
  }

  @Test
  void peopleFollowRegretRatherThanPartialReturnAndAMixtureBestOfAll() {
    List<ComparisonRow> rows = Comparison.of(TestCompare.shipped("repeats=1"), labels(), n -> {});
    // METHODS 2: test cross-entropy 0.6202 and 0.5730 with folds by row; ours keep a pair together.
    assertThat(row(rows, "partial_return").logLikelihood()).isCloseTo(-0.6202, within(0.003));
    ComparisonRow regret = row(rows, "regret");
    assertThat(regret.logLikelihood()).isCloseTo(-0.5730, within(0.003));
    assertThat(regret.gain()).isGreaterThan(2 * regret.gainError());
    assertThat(rows).filteredOn(ComparisonRow::chosen).hasSize(1);
    assertThat(row(rows, "mixture").gain()).isGreaterThan(regret.gain());
  }

  private static ComparisonRow row(List<ComparisonRow> rows, String model) {
    return rows.stream().filter(r -> r.model().equals(model)).findFirst().orElseThrow();
  }

  @Test
  void pairsOfSeveralPeopleGiveTheCeiling() {
    HumanCeiling ceiling = HumanCeiling.of(labels().votes()).orElseThrow();
    // Counted independently with numpy: 330 of the 1,234 pairs come more than once; 257 of them
    // have two decisive answers.
    assertThat(ceiling.all().pairs()).isEqualTo(257);
    assertThat(ceiling.all().answers()).isEqualTo(650);
    assertThat(ceiling.accuracy()).isBetween(0.65, 0.85);
    assertThat(ceiling.bound()).isGreaterThan(ceiling.accuracy());
  }

  @Test
  void temperaturesOfOtherFoldsDoNotMakeRegretWorse() {
    Map<String, CrossCalibration> found =
        Comparison.calibrations(TestCompare.shipped(), labels(), 10, n -> {});
    CrossCalibration regret = java.util.Objects.requireNonNull(found.get("regret"));
    assertThat(regret.n()).isEqualTo(1439);
    assertThat(regret.after().logLoss()).isLessThan(regret.before().logLoss());
    assertThat(regret.afterInterval().low()).isLessThan(regret.before().expectedError());
  }
}
