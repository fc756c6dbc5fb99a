package org.strop.policy.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.ObservationWindow;
import org.strop.bridge.trajectory.Policy;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.policy.PolicyLoader;
import org.strop.policy.Reaches;
import org.strop.policy.TinyConfigs;
import org.strop.policy.clone.BehaviorCloning;
import org.strop.policy.clone.CloningConfig;
import org.strop.policy.nn.Parameters;
import org.strop.policy.nn.Tensor;
import org.strop.policy.nn.Torch;

@ResourceLock("autograd")
class ActorTest {
  /** A few sums of float32. */
  private static final float F32 = 1e-5f;

  private static final Steps STEPS = Reaches.episodes(20, 15, -0.5, -0.5, 1);

  private static TrainedActor cloned(ActionDistribution distribution, long seed) {
    return BehaviorCloning.fit(
        Torch.start(TinyConfigs.CPU),
        Reaches.actor(distribution),
        new CloningConfig(400, 64, Reaches.adam(1e-2)),
        STEPS,
        seed,
        StepListener.SILENT);
  }

  @Test
  void cloningFindsTheCommandAndKeepsConstantComponents() {
    for (ActionDistribution distribution : ActionDistribution.values()) {
      try (ActorPolicy policy = cloned(distribution, 1).policy(Torch.start(TinyConfigs.CPU))) {
        float[] actions = policy.act(new float[] {0.6f, 3, -0.4f, 3});
        assertThat(actions[0]).isCloseTo(-0.3f, within(0.05f));
        assertThat(actions[2]).isCloseTo(0.2f, within(0.05f));
        assertThat(actions[1]).isZero();
      }
    }
  }

  @Test
  void sameSeedSameWeightsAnotherSeedOthers() {
    assertThat(cloned(ActionDistribution.DETERMINISTIC, 3))
        .isEqualTo(cloned(ActionDistribution.DETERMINISTIC, 3))
        .extracting(TrainedActor::weights)
        .isNotEqualTo(cloned(ActionDistribution.DETERMINISTIC, 4).weights());
  }

  @Test
  void aCheckpointGivesTheSamePolicyThroughTheLoader(@TempDir Path folder) throws IOException {
    TrainedActor actor = cloned(ActionDistribution.GAUSSIAN, 1);
    actor.save(folder.resolve("policy"), "seed: 1\n");
    ObservationWindow window =
        new ObservationWindow(
            7, Map.of("observation.state", FloatMatrix.of(1, 2, new float[] {0.25f, 3})), 1);
    try (Policy loaded = PolicyLoader.load(folder.resolve("policy"), TinyConfigs.CPU);
        Policy trained = actor.policy(Torch.start(TinyConfigs.CPU))) {
      assertThat(loaded.spec()).isEqualTo(trained.spec());
      assertThat(loaded.act(List.of(window))).isEqualTo(trained.act(List.of(window)));
    }
  }

  @Test
  void theMeanIsCutOffAtTheDataAndNaNStaysNaN() {
    try (ActorPolicy policy =
        cloned(ActionDistribution.DETERMINISTIC, 1).policy(Torch.start(TinyConfigs.CPU))) {
      ActorScaling scaling = policy.document().scaling();
      float[] far = policy.act(new float[] {50, 3, -50, 3, Float.NaN, 3});
      assertThat(far[0]).isBetween(scaling.actionMin()[0], scaling.actionMax()[0]);
      assertThat(far[2]).isBetween(scaling.actionMin()[0], scaling.actionMax()[0]);
      assertThat(far[4]).isNaN();
    }
  }

  @Test
  void logLikelihoodIsThatOfTheDefinition() {
    for (ActionDistribution distribution : ActionDistribution.values()) {
      ActorScaling scaling =
          new ActorScaling(
              new float[] {-1}, new float[] {1}, new float[] {-1, 4}, new float[] {1, 4});
      ActorNetwork network = new ActorNetwork(Reaches.actor(distribution), scaling);
      try (NDManager manager = Torch.start(TinyConfigs.CPU).newManager();
          Parameters p = Parameters.initialize(manager, network.layout(), 5)) {
        var o = manager.create(new float[] {0.3f}, new Shape(1, 1));
        float[] mean = network.mean(p, o).toFloatArray();
        var a = manager.create(new float[] {0.7f, 0}, new Shape(1, 2));
        double error = Math.pow(mean[0] - 0.7, 2); // the second component is constant
        double gaussian = -0.5 * error * Math.exp(2) + 1 - 0.5 * Math.log(2 * Math.PI);
        double expected = distribution == ActionDistribution.GAUSSIAN ? gaussian : -error;
        assertThat(network.logLikelihood(p, o, a).toFloatArray()[0])
            .isCloseTo((float) expected, within(F32));
      }
    }
  }

  @Test
  void notANumberIsRefusedWithStepAndComponent() {
    float[] observations = STEPS.observations();
    observations[2 * 17] = Float.NaN;
    assertThatThrownBy(
            () -> Steps.of(Reaches.CHANNELS, observations, STEPS.actions(), STEPS.episodeEnds()))
        .isInstanceOfSatisfying(
            StropException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CORRUPT_DATA))
        .hasMessageContaining("component 0 of the observation is NaN")
        .hasMessageContaining("episode 1, step 2");
    assertThatThrownBy(() -> Steps.of(Reaches.CHANNELS, new float[0], new float[0], new int[0]))
        .hasMessageContaining("no steps to learn from");
  }

  @Test
  void weightsThatAreNotNumbersNeverBecomeAnActor() {
    TrainedActor good = cloned(ActionDistribution.DETERMINISTIC, 1);
    Map<String, Tensor> bad = new LinkedHashMap<>(good.weights());
    bad.put("actor.0.bias", Tensor.vector(0, 0, Float.NaN, 0, 0, 0, 0, 0));
    assertThatThrownBy(() -> new TrainedActor(good.document(), bad))
        .hasMessageContaining("weight 2 of actor.0.bias is NaN");
  }
}
