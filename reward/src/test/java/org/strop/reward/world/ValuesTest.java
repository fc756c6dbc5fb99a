package org.strop.reward.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.strop.configs.StropException;

class ValuesTest {
  private static final Board BOARD = TestBoards.of("..c", ".#X", "..G");
  private static final World WORLD = BOARD.world();

  @Test
  void undiscountedValuesAreThoseByHand() {
    double[] v = Values.optimal(WORLD, WORLD.rewards(TestBoards.WEIGHTS), 1);
    // Entering a road costs 1, the coin's cell 0, the goal pays 10.
    assertThat(v[BOARD.state(2, 1)]).isEqualTo(10);
    assertThat(v[BOARD.state(2, 0)]).isEqualTo(9);
    assertThat(v[BOARD.state(0, 0)]).isEqualTo(7);
    assertThat(v[BOARD.state(0, 2)]).as("four roads back, then the goal").isEqualTo(5);
    assertThat(v[BOARD.state(2, 2)]).as("the end").isZero();
  }

  @Test
  void policyIterationFindsTheFixedPointOfBellmansEquation() {
    SplittableRandom random = new SplittableRandom(11);
    for (int trial = 0; trial < 200; trial++) {
      double[] r = WORLD.rewards(random.doubles(4, -2, 2).toArray());
      double gamma = random.nextBoolean() ? 0.999 : 0.5;
      double[] v = Values.optimal(WORLD, r, gamma);
      double[] q = Values.actionValues(WORLD, r, v, gamma);
      for (int s = 0; s < v.length; s++) {
        double best =
            Math.max(Math.max(q[4 * s], q[4 * s + 1]), Math.max(q[4 * s + 2], q[4 * s + 3]));
        assertThat(best).isCloseTo(v[s], within(1e-8 * Math.max(1, Math.abs(v[s]))));
      }
    }
  }

  @Test
  void aLoopThatPaysHasNoUndiscountedValueAndSaysSo() {
    double[] r = WORLD.rewards(new double[] {1, 0, 0, 0});
    assertThatThrownBy(() -> Values.optimal(WORLD, r, 1))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("no loop pays");
    double[] discounted = Values.optimal(WORLD, r, 0.9);
    assertThat(discounted[0]).isCloseTo(1 / (1 - 0.9), within(1e-9));
  }

  @Test
  void advantagesAreNeverPositiveAndZeroForTheBestAction() {
    double[] a = Values.advantages(WORLD, WORLD.rewards(TestBoards.WEIGHTS), 0.95);
    for (int s = 0; s < WORLD.states(); s++) {
      double best = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < 4; i++) {
        best = Math.max(best, a[4 * s + i]);
      }
      assertThat(best).isCloseTo(0, within(1e-9));
    }
  }
}
