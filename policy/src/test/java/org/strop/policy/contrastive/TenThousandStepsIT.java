package org.strop.policy.contrastive;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.strop.policy.Reaches;
import org.strop.policy.TinyConfigs;
import org.strop.policy.actor.Steps;
import org.strop.policy.contrastive.SegmentPair.Rows;
import org.strop.policy.nn.LeakCheck;
import org.strop.policy.nn.Torch;
import org.strop.policy.port.PairLoss;

/** Memory stays flat: as many arrays are alive after 10,000 steps as after 10. */
@Tag("slow")
@ResourceLock("autograd")
class TenThousandStepsIT {
  private static final int STEPS = 10_000;

  @Test
  void keepsNoArrayFromStepToStep() {
    Steps steps = Reaches.episodes(4, 5, -0.5, 0.5, 1);
    PairLoss tie = (s1, s2, y) -> new PairLoss.Cost(Math.log(2), -0.01, 0.01);
    List<SegmentPair> pairs = List.of(new SegmentPair(new Rows(0, 5), new Rows(5, 8), 1));
    AtomicIntegerArray alive = new AtomicIntegerArray(STEPS);
    try (NDManager manager = Torch.start(TinyConfigs.CPU).newManager()) {
      ContrastiveTrainer.fit(
          manager,
          new ContrastiveConfig(0.1, true, 0.1, STEPS, 2, Reaches.adam(1e-5)),
          tie,
          ContrastiveTrainerTest.start(1),
          steps,
          pairs,
          1,
          (report, total) -> alive.set((int) report.step(), LeakCheck.liveArrays(manager)));
    }
    assertThat(alive.get(STEPS - 1)).isEqualTo(alive.get(10)).isPositive();
  }
}
