package org.strop.sim.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The conditions of Coulomb's law and of stops hold on random systems, in any order. */
class JointStepTest {
  private static final int N = 7;

  @Test
  void theAnswerObeysCoulombAndTheStops() {
    SplittableRandom random = new SplittableRandom(5);
    JointStep step = new JointStep(N);
    int stuck = 0;
    int stopped = 0;
    for (int trial = 0; trial < 5000; trial++) {
      double[] a = positive(random);
      double[] b = new double[N];
      double[] c = new double[N];
      double[] lo = new double[N];
      double[] hi = new double[N];
      for (int i = 0; i < N; i++) {
        b[i] = random.nextGaussian();
        c[i] = random.nextInt(4) == 0 ? 0 : random.nextDouble();
        lo[i] = bound(random, -1);
        hi[i] = bound(random, 1);
      }
      double[] v = new double[N];
      assertThat(step.solve(a, b, c, lo, hi, v)).isTrue();
      for (int i = 0; i < N; i++) {
        double push = b[i];
        for (int j = 0; j < N; j++) {
          push -= a[i * N + j] * v[j];
        }
        assertThat(v[i]).isBetween(lo[i], hi[i]);
        double most = v[i] > 0 ? c[i] : v[i] < 0 ? -c[i] : c[i];
        double least = v[i] > 0 ? c[i] : -c[i];
        if (v[i] == hi[i]) {
          most = Double.POSITIVE_INFINITY;
        }
        if (v[i] == lo[i]) {
          least = Double.NEGATIVE_INFINITY;
        }
        assertThat(push).isBetween(least - 1e-9, most + 1e-9);
        stuck += v[i] == 0 ? 1 : 0;
        stopped += v[i] != 0 && (v[i] == hi[i] || v[i] == lo[i]) ? 1 : 0;
      }
    }
    assertThat(stuck).isGreaterThan(1000);
    assertThat(stopped).isGreaterThan(1000);
    assertThat(step.descents()).as("the fast way settles").isLessThan(50);
  }

  private static double bound(SplittableRandom random, int sign) {
    return switch (random.nextInt(4)) {
      case 0 -> 0;
      case 1 -> sign * Double.POSITIVE_INFINITY;
      default -> sign * random.nextDouble();
    };
  }

  private static double[] positive(SplittableRandom random) {
    double[] l = new double[N * N];
    for (int i = 0; i < N; i++) {
      for (int j = 0; j <= i; j++) {
        l[i * N + j] = i == j ? 0.2 + random.nextDouble() : random.nextGaussian();
      }
    }
    double[] a = new double[N * N];
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        for (int k = 0; k < N; k++) {
          a[i * N + j] += l[i * N + k] * l[j * N + k];
        }
      }
    }
    return a;
  }

  @Test
  void whatIsNotASystemIsRefused() {
    JointStep step = new JointStep(1);
    double[] v = new double[1];
    double[] wide = {1};
    double[] none = {0};
    assertThat(step.solve(new double[] {-1}, wide, none, new double[] {-1}, wide, v)).isFalse();
    assertThat(step.solve(wide, new double[] {Double.NaN}, none, new double[] {-1}, wide, v))
        .isFalse();
    assertThat(step.solve(wide, new double[] {0.5}, none, new double[] {-1}, wide, v)).isTrue();
    assertThat(v[0]).isCloseTo(0.5, within(1e-15));
  }
}
