package org.strop.reward.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** People's own choices on the delivery task (1,793 labels); skipped without the public data. */
@Tag("slow")
class KnoxCompareIT {
  @Test
  void peopleFollowRegretRatherThanPartialReturn() {
    Path data = Path.of(System.getProperty("strop.data", "missing")).resolve("knox-delivery");
    assumeTrue(Files.isDirectory(data), "no public data in -Dstrop.data");
    KnoxLabels labels = KnoxLabels.readAll(data).get(0);
    List<ComparisonRow> rows = Comparison.of(TestCompare.shipped("repeats=1"), labels, n -> {});
    rows.forEach(r -> org.slf4j.LoggerFactory.getLogger(getClass()).info("{}", r));
    double partialReturn = value(rows, "partial_return");
    double regret = value(rows, "regret");
    // METHODS 2: test cross-entropy 0.6202 and 0.5730, folds by row; here folds keep a pair
    // together.
    assertThat(-partialReturn).isCloseTo(0.6202, within(0.003));
    assertThat(-regret).isCloseTo(0.5730, within(0.003));
    assertThat(rows).filteredOn(ComparisonRow::chosen).hasSize(1);
  }

  private static double value(List<ComparisonRow> rows, String model) {
    return rows.stream()
        .filter(r -> r.model().equals(model))
        .mapToDouble(ComparisonRow::logLikelihood)
        .sum();
  }
}
