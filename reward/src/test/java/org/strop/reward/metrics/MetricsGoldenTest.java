package org.strop.reward.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.strop.reward.Golden;

/** Against statsmodels, scipy and scikit-learn (golden_metrics.py). */
class MetricsGoldenTest {
  private static final Offset<Double> F64 = within(1e-12);
  private static final JsonNode GOLDEN = Golden.read("metrics");

  @Test
  void wilsonMatchesStatsmodels() {
    for (JsonNode row : GOLDEN.get("wilson")) {
      Interval interval = new Proportion(row.get("k").asInt(), row.get("n").asInt()).wilson();
      assertThat(interval.low()).isCloseTo(row.get("low").asDouble(), F64);
      assertThat(interval.high()).isCloseTo(row.get("high").asDouble(), F64);
    }
  }

  @Test
  void newcombeMatchesStatsmodels() {
    for (JsonNode row : GOLDEN.get("newcombe")) {
      Proportion a = new Proportion(row.get("a").asInt(), row.get("n").asInt());
      Proportion b = new Proportion(row.get("b").asInt(), row.get("m").asInt());
      assertThat(a.minus(b).low()).isCloseTo(row.get("low").asDouble(), F64);
      assertThat(a.minus(b).high()).isCloseTo(row.get("high").asDouble(), F64);
    }
  }

  @Test
  void newcombeMatchesTheTableOf1998() {
    assertInterval(new Proportion(56, 70).minus(new Proportion(48, 80)), 0.0524, 0.3339);
    assertInterval(new Proportion(9, 10).minus(new Proportion(3, 10)), 0.1705, 0.8090);
    assertInterval(new Proportion(6, 7).minus(new Proportion(2, 7)), 0.0582, 0.8062);
    assertInterval(new Proportion(5, 56).minus(new Proportion(0, 29)), -0.0381, 0.1926);
  }

  @Test
  void kendallMatchesScipy() {
    for (JsonNode row : GOLDEN.get("kendall")) {
      assertThat(KendallTau.tauB(Golden.doubles(row.get("x")), Golden.doubles(row.get("y"))))
          .isCloseTo(row.get("tau").asDouble(), F64);
    }
  }

  @Test
  void calibrationMatchesScikitLearn() {
    JsonNode row = GOLDEN.get("calibration");
    Calibration calibration =
        Calibration.of(Golden.doubles(row.get("p")), Golden.doubles(row.get("labels")), 10);
    assertThat(calibration.expectedError()).isCloseTo(row.get("ece").asDouble(), F64);
    assertThat(calibration.logLoss()).isCloseTo(row.get("log_loss").asDouble(), F64);
    assertThat(calibration.bins()).hasSameSizeAs(row.get("observed"));
    for (int b = 0; b < calibration.bins().size(); b++) {
      Calibration.Bin bin = calibration.bins().get(b);
      assertThat(bin.observed()).isCloseTo(row.get("observed").get(b).asDouble(), F64);
      assertThat(bin.predicted()).isCloseTo(row.get("predicted").get(b).asDouble(), F64);
      assertThat(bin.count()).isEqualTo(row.get("counts").get(b).asInt());
    }
  }

  @Test
  void pairedDifferenceMatchesScipy() {
    JsonNode row = GOLDEN.get("paired");
    PairedDifference difference =
        PairedDifference.of(Golden.doubles(row.get("after")), Golden.doubles(row.get("before")));
    assertThat(difference.mean()).isCloseTo(row.get("mean").asDouble(), F64);
    assertThat(difference.standardError()).isCloseTo(row.get("standard_error").asDouble(), F64);
    assertThat(difference.exceeds(2)).isTrue();
  }

  private static void assertInterval(Interval interval, double low, double high) {
    assertThat(interval.low()).isCloseTo(low, within(5e-5));
    assertThat(interval.high()).isCloseTo(high, within(5e-5));
  }
}
