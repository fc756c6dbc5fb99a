package org.strop.bridge.control.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.strop.bridge.control.Properties;

class TopicSeriesTest {
  @Test
  void anyOrderOfArrivalGivesTheSameSeries() {
    Properties.forAll(
        200,
        random -> {
          List<Long> stamps = new ArrayList<>();
          for (int i = 0; i < 700; i++) {
            stamps.add(10L * i);
          }
          shuffleNearby(stamps, random);
          TopicSeries series = new TopicSeries(1, 10_000);
          stamps.forEach(s -> series.add(s, new double[] {s}));
          assertThat(series.size()).isEqualTo(700);
          for (int i = 0; i < 700; i++) {
            assertThat(series.stamp(i)).isEqualTo(10L * i);
            assertThat(series.value(i, 0)).isEqualTo(10.0 * i);
          }
        });
  }

  private static void shuffleNearby(List<Long> stamps, SplittableRandom random) {
    for (int i = 0; i + 5 < stamps.size(); i++) {
      java.util.Collections.swap(stamps, i, i + random.nextInt(5));
    }
  }

  @Test
  void outOfOrderDuplicateAndBrokenSamplesAreCounted() {
    TopicSeries series = new TopicSeries(1, 100);
    for (long stamp : new long[] {0, 20, 10, 20, 30}) {
      series.add(stamp, new double[] {stamp});
    }
    series.add(40, new double[] {Double.NaN});
    TopicReport report = series.report("/t", 100, 0, 100);
    assertThat(report.samples()).isEqualTo(4);
    assertThat(report.outOfOrder()).isEqualTo(1);
    assertThat(report.duplicates()).isEqualTo(1);
    assertThat(report.nonFinite()).isEqualTo(1);
    assertThat(report.measuredHz()).isEqualTo(1e8);
    assertThat(report.isSuspicious()).isTrue();
  }

  @Test
  void memoryIsBoundedAndTheNewestStay() {
    Properties.forAll(
        100,
        random -> {
          TopicSeries series = new TopicSeries(2, 50);
          TreeSet<Long> all = new TreeSet<>();
          for (int i = 0; i < 400; i++) {
            long stamp = 10L * i + random.nextInt(40);
            if (all.add(stamp)) {
              series.add(stamp, new double[] {stamp, -stamp});
            }
          }
          assertThat(series.size()).isEqualTo(50);
          long last = Long.MAX_VALUE;
          for (int i = 49; i >= 0; i--) {
            long expected = all.lower(last);
            assertThat(series.stamp(i)).isEqualTo(expected);
            assertThat(series.value(i, 1)).isEqualTo(-(double) expected);
            last = expected;
          }
        });
  }

  @Test
  void afterCountsTheSamplesUpToAStamp() {
    TopicSeries series = new TopicSeries(1, 100);
    assertThat(series.after(5)).isZero();
    for (long stamp = 0; stamp < 100; stamp += 10) {
      series.add(stamp, new double[] {0});
    }
    series.startAt(20);
    assertThat(series.stamp(0)).isEqualTo(20);
    assertThat(series.after(19)).isZero();
    assertThat(series.after(20)).isEqualTo(1);
    assertThat(series.after(29)).isEqualTo(1);
    assertThat(series.after(1000)).isEqualTo(8);
  }
}
