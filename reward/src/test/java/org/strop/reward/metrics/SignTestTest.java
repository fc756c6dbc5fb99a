package org.strop.reward.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SignTestTest {
  @Test
  void valuesByHand() {
    assertThat(SignTest.twoSided(0, 0)).isOne();
    assertThat(SignTest.twoSided(5, 0)).isCloseTo(2.0 / 32, within(1e-12));
    assertThat(SignTest.twoSided(1, 7)).isCloseTo(2 * 9.0 / 256, within(1e-12));
    assertThat(SignTest.twoSided(4, 4)).isOne();
    assertThat(SignTest.twoSided(7, 1)).isEqualTo(SignTest.twoSided(1, 7));
  }
}
