package org.strop.policy.iql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.strop.policy.Reaches;
import org.strop.policy.TinyConfigs;
import org.strop.policy.actor.ActionDistribution;
import org.strop.policy.actor.ActorPolicy;
import org.strop.policy.actor.StepListener;
import org.strop.policy.actor.Steps;
import org.strop.policy.actor.TrainedActor;
import org.strop.policy.nn.Activation;
import org.strop.policy.nn.LeakCheck;
import org.strop.policy.nn.Torch;

@ResourceLock("autograd")
class IqlTrainerTest {
  private static final Torch TORCH = Torch.start(TinyConfigs.CPU);
  private static final Steps STEPS = Reaches.episodes(40, 10, -0.5, 0.5, 1);

  private static IqlConfig config(int steps, double beta) {
    return new IqlConfig(
        0.7, beta, 100, 0.9, 0.05, 16, 1, Activation.RELU, steps, 128, Reaches.adam(1e-2));
  }

  /** −x² after the step, in any unit: good steps end near 0. */
  private static Transitions transitions(double unit) {
    float[] rewards = new float[STEPS.size()];
    float[] o = STEPS.observations();
    float[] a = STEPS.actions();
    for (int i = 0; i < rewards.length; i++) {
      rewards[i] = (float) (-unit * Math.pow(o[2 * i] + a[2 * i], 2));
    }
    return new Transitions(STEPS, rewards, new boolean[rewards.length]);
  }

  private static TrainedActor fit(IqlConfig config, Transitions transitions) {
    return IqlTrainer.fit(
        TORCH,
        Reaches.actor(ActionDistribution.DETERMINISTIC),
        config,
        transitions,
        1,
        StepListener.SILENT);
  }

  private static double command(TrainedActor actor) {
    try (ActorPolicy policy = actor.policy(TORCH)) {
      return policy.act(new float[] {0.5f, 3})[0];
    }
  }

  @Test
  void learnsFromAMixtureWhatEarnsMoreAndCloningIsTheLimitOfLargeBeta() {
    assertThat(command(fit(config(600, 0.3), transitions(1)))).isLessThan(-0.15);
    double cloned = command(fit(config(600, 1e6), transitions(1)));
    assertThat(cloned).isBetween(0.0, 0.35);
    assertThat(command(fit(config(600, 1e6), transitions(-1)))).isCloseTo(cloned, within(1e-4));
    assertThat(command(fit(config(600, 0.3), transitions(-1)))).isGreaterThan(cloned + 0.05);
  }

  @Test
  void theUnitOfTheRewardDoesNotMatter() {
    assertThat(command(fit(config(100, 0.3), transitions(1000))))
        .isCloseTo(command(fit(config(100, 0.3), transitions(1))), within(1e-2));
  }

  @Test
  void keepsTheActorsWeightsOnly() {
    assertThat(fit(config(2, 1), transitions(1)).weights().keySet())
        .containsExactly("actor.0.weight", "actor.0.bias", "actor.1.weight", "actor.1.bias");
  }

  @Test
  void aConstantRewardAndEndedEpisodesLeaveAFinitePolicy() {
    float[] rewards = new float[STEPS.size()];
    boolean[] terminal = new boolean[STEPS.size()];
    Arrays.fill(rewards, 0.3f);
    Arrays.fill(terminal, true);
    fit(config(50, 0.1), new Transitions(STEPS, rewards, terminal)); // checks its own weights
    fit(config(50, 0.1), new Transitions(STEPS, new float[STEPS.size()], terminal));
  }

  @Test
  void episodesDoNotRunIntoEachOther() {
    int[] next = transitions(1).successors();
    assertThat(next[8]).isEqualTo(9);
    assertThat(next[9]).isEqualTo(9);
    assertThat(next[10]).isEqualTo(11);
    assertThat(next[399]).isEqualTo(399);
  }

  @Test
  void aRewardThatIsNotANumberIsRefused() {
    float[] rewards = new float[STEPS.size()];
    rewards[7] = Float.NaN;
    assertThatThrownBy(() -> new Transitions(STEPS, rewards, new boolean[rewards.length]))
        .hasMessageContaining("reward of a step is NaN")
        .hasMessageContaining("step 7");
  }

  @Test
  void leavesNoArraysBehindFromStepToStep() {
    try (NDManager manager = TORCH.newManager()) {
      List<Integer> alive = new ArrayList<>();
      IqlTrainer.fit(
          manager,
          Reaches.actor(ActionDistribution.GAUSSIAN),
          config(50, 1),
          transitions(1),
          1,
          (report, total) -> alive.add(LeakCheck.liveArrays(manager)));
      assertThat(alive.get(49)).isEqualTo(alive.get(1));
      assertThat(LeakCheck.liveArrays(manager)).isZero();
    }
  }
}
