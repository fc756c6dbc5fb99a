package org.strop.reward.regret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.strop.reward.world.TestBoards;
import org.strop.reward.world.Values;
import org.strop.reward.world.World;
import org.strop.reward.world.WorldSegment;

class SegmentRegretTest {
  private static final World WORLD = TestBoards.of("..c.", ".#X.", "..G.").world();

  @Test
  void generalAndDeterministicRegretAgreeInADeterministicWorldAtAnyDiscount() {
    SplittableRandom random = new SplittableRandom(3);
    for (int trial = 0; trial < 300; trial++) {
      double gamma = trial % 2 == 0 ? 1 : 0.9;
      double[] r = WORLD.rewards(TestBoards.WEIGHTS);
      double[] v = Values.optimal(WORLD, r, gamma);
      double[] table = Values.advantages(WORLD, r, gamma);
      WorldSegment segment = TestBoards.segment(WORLD, 5, random);
      double[] rewards = new double[5];
      double[] advantages = new double[5];
      for (int t = 0; t < 5; t++) {
        rewards[t] = r[4 * segment.state(t) + segment.action(t)];
        advantages[t] = table[4 * segment.state(t) + segment.action(t)];
      }
      double general = SegmentRegret.general(advantages, gamma);
      assertThat(general).isGreaterThanOrEqualTo(-1e-9);
      assertThat(general)
          .isCloseTo(
              SegmentRegret.deterministic(rewards, v[segment.first()], v[segment.last()], gamma),
              within(1e-9));
    }
  }

  @Test
  void theOneWithMoreRegretLoses() {
    assertThat(SegmentRegret.logit(3, 1)).isEqualTo(2);
    assertThat(SegmentRegret.deterministic(-3, 10, 12)).isEqualTo(1);
    assertThat(SegmentRegret.deterministic(new double[0], 4, 4, 0.9))
        .as("no step, no regret")
        .isZero();
  }
}
