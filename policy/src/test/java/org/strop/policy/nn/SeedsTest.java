package org.strop.policy.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeedsTest {
  @Test
  void streamsDependOnSeedPurposeAndIndexAndOnNothingElse() {
    Set<Long> firsts = new HashSet<>();
    for (long seed = 0; seed < 10; seed++) {
      for (String purpose : new String[] {"batch", "noise"}) {
        for (long index = 0; index < 10; index++) {
          long first = Seeds.stream(seed, purpose, index).nextLong();
          assertThat(Seeds.stream(seed, purpose, index).nextLong()).isEqualTo(first);
          firsts.add(first);
        }
      }
    }
    assertThat(firsts).hasSize(200);
  }

  @Test
  void permutationsHoldEachNumberOnce() {
    int[] order = Seeds.permutation(Seeds.stream(3, "epoch", 0), 50);
    int[] sorted = order.clone();
    Arrays.sort(sorted);
    for (int i = 0; i < 50; i++) {
      assertThat(sorted[i]).isEqualTo(i);
    }
    assertThat(order).isNotEqualTo(sorted);
  }

  @Test
  void gaussianHasMeanZeroAndVarianceOne() {
    float[] draws = new float[20_000];
    Seeds.gaussian(Seeds.stream(1, "noise", 0), draws);
    double sum = 0;
    double square = 0;
    for (float x : draws) {
      sum += x;
      square += x * x;
    }
    assertThat(sum / draws.length).isBetween(-0.03, 0.03);
    assertThat(square / draws.length).isBetween(0.95, 1.05);
  }
}
