package org.strop.sim.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.strop.bridge.control.SafetyLimits;
import org.strop.bridge.control.robot.RobotConfig;
import org.strop.bridge.trajectory.ActionChunk;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.ObservationWindow;
import org.strop.bridge.trajectory.Policy;
import org.strop.bridge.trajectory.PolicySpec;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.configs.ConfigLoader;
import org.strop.configs.StropException;
import org.strop.sim.PeelingTask;
import org.strop.sim.task.TaskConfig;

class RolloutsTest {
  private final TaskConfig task = PeelingTask.load();
  private final SafetyLimits limits =
      ConfigLoader.load(
              PeelingTask.root().resolve("configs/robots/peeling_cell.yaml"),
              List.of(),
              RobotConfig.class)
          .value()
          .limits();
  private final Rollouts rollouts = new Rollouts(task, limits);

  @Test
  void neitherBatchSizeNorOrderChangesAnEpisode() {
    Policy policy = new PressPolicy(0.006, 0.0012);
    List<EpisodeSpec> specs = new ArrayList<>(EpisodeSpec.series("a", 9, 100));
    List<Trajectory> together = rollouts.run(policy, specs, Optional.of(task.exploration()));
    List<Trajectory> alone = new ArrayList<>();
    for (EpisodeSpec spec : specs) {
      alone.addAll(rollouts.run(policy, List.of(spec), Optional.of(task.exploration())));
    }
    assertThat(alone).isEqualTo(together);
    Collections.reverse(specs);
    List<Trajectory> reversed =
        new ArrayList<>(rollouts.run(policy, specs, Optional.of(task.exploration())));
    Collections.reverse(reversed);
    assertThat(reversed).isEqualTo(together);
  }

  @Test
  void variantsMeetTheSameProduceButActDifferently() {
    Policy policy = new PressPolicy(0.006, 0.0012);
    List<Trajectory> two =
        rollouts.run(
            policy,
            List.of(new EpisodeSpec("a", "potato", 5, 0), new EpisodeSpec("b", "potato", 5, 1)),
            Optional.of(task.exploration()));
    assertThat(two.get(0).info().workpiece()).isEqualTo(two.get(1).info().workpiece());
    assertThat(two.get(0).channel(Channels.STATE).row(0))
        .isEqualTo(two.get(1).channel(Channels.STATE).row(0));
    assertThat(two.get(0).channel(Channels.ACTION))
        .isNotEqualTo(two.get(1).channel(Channels.ACTION));
  }

  @Test
  void theRecordedActionIsTheFilteredOne() {
    Trajectory wild =
        rollouts
            .run(new PressPolicy(0.5, 0.5), EpisodeSpec.series("wild", 1, 3), Optional.empty())
            .get(0);
    FloatMatrix action = wild.channel(Channels.ACTION);
    double largest = 0;
    for (int t = 1; t < wild.length(); t++) {
      double dx = action.get(t, 0) - action.get(t - 1, 0);
      double dz = action.get(t, 2) - action.get(t - 1, 2);
      largest = Math.max(largest, Math.hypot(dx, dz));
    }
    assertThat(largest).isPositive().isLessThan(limits.maxLinearMPerS() / 20 + 1e-6);
  }

  @Test
  void anActionThatIsNotFiniteEndsTheEpisodeWithAFault() {
    Policy broken =
        new Policy() {
          @Override
          public PolicySpec spec() {
            return new PolicySpec("broken", List.of(Channels.STATE), Channels.ACTION, 1, 1, 20);
          }

          @Override
          public List<ActionChunk> act(List<ObservationWindow> windows) {
            float[] nan = new float[7];
            nan[2] = Float.NaN;
            FloatMatrix row = FloatMatrix.of(1, 7, nan);
            return windows.stream()
                .map(w -> new ActionChunk(w.stampNanos(), 50_000_000L, row))
                .toList();
          }

          @Override
          public void close() {}
        };
    Trajectory held =
        rollouts.run(broken, EpisodeSpec.series("nan", 1, 3), Optional.empty()).get(0);
    assertThat(held.info().attributes()).containsEntry("outcome", "fault_non_finite_command");
    for (var spec : held.specs()) {
      assertThat(held.channel(spec).isFinite()).isTrue();
    }
  }

  @Test
  void aPolicyOfAnotherRateIsRefused() {
    TaskConfig slow = PeelingTask.load("policy_rate_hz=10");
    assertThatThrownBy(
            () ->
                new Rollouts(slow, limits)
                    .run(
                        new PressPolicy(0.006, 0.001),
                        EpisodeSpec.series("a", 1, 1),
                        Optional.empty()))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("10 Hz");
  }
}
