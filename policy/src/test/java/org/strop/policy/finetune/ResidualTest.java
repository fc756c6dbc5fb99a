package org.strop.policy.finetune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.ObservationWindow;
import org.strop.bridge.trajectory.Policy;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.policy.Curves;
import org.strop.policy.PolicyLoader;
import org.strop.policy.TinyConfigs;
import org.strop.policy.checkpoint.Checkpoint;
import org.strop.policy.port.RewardSignal;
import org.strop.policy.train.DiffusionTrainer;
import org.strop.policy.train.TrainingListener;

class ResidualTest {
  private static final double SHIFT = 0.001;

  @TempDir private Path folder;
  private Path base = Path.of("");
  private final List<Trajectory> attempts = new ArrayList<>();

  /** A base, and attempts of which half command higher and half lower. */
  @BeforeEach
  void train() throws IOException {
    base =
        DiffusionTrainer.train(
                TinyConfigs.training(300, 1, 500),
                Curves.demonstrations(12, 1),
                folder.resolve("base"),
                TrainingListener.SILENT,
                false)
            .policy();
    for (int i = 0; i < 24; i++) {
      attempts.add(Curves.demonstration("try-" + i, 50 + i, i % 2 == 0 ? SHIFT : -SHIFT));
    }
  }

  /** Likes the attempts that command higher. */
  private static RewardSignal likesHigher(double amount) {
    return trajectory -> {
      float[] mean = new float[trajectory.length()];
      int number = Integer.parseInt(trajectory.info().episodeId().substring(4));
      Arrays.fill(mean, (float) (number % 2 == 0 ? amount : 0));
      return new RewardSignal.StepRewards(mean, new float[mean.length]);
    };
  }

  private ResidualTrainer.Result refine(
      String name, double beta, double lambda, RewardSignal reward) throws IOException {
    return ResidualTrainer.train(
        TinyConfigs.refinement(beta, lambda, 150),
        base,
        attempts,
        reward,
        DecisionSeeds.unrelated(),
        folder.resolve(name),
        TrainingListener.SILENT);
  }

  /** Mean height commanded over some windows. */
  private double height(Path policyFolder) throws IOException {
    try (Policy policy = PolicyLoader.load(policyFolder, TinyConfigs.CPU)) {
      List<ObservationWindow> windows = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        windows.add(Curves.window(policy.spec(), attempts.get(i), 4 + 2 * i, i));
      }
      return policy.act(windows).stream()
          .map(c -> c.actions())
          .mapToDouble(ResidualTest::meanHeight)
          .average()
          .orElseThrow();
    }
  }

  private static double meanHeight(FloatMatrix actions) {
    double sum = 0;
    for (int k = 0; k < actions.rows(); k++) {
      sum += actions.get(k, 2) / actions.rows();
    }
    return sum;
  }

  @Test
  void withBetaZeroItIsPlainCloningWhateverTheReward() throws IOException {
    String plain = refine("plain", 0, 0.1, likesHigher(0)).sha256();
    ResidualTrainer.Result zero = refine("zero", 0, 0.1, likesHigher(1));
    assertThat(zero.sha256()).isEqualTo(plain);
    assertThat(zero.effectiveSize()).isCloseTo(zero.decisions(), within(1e-9));
  }

  @Test
  void aRewardedDirectionIsFollowed() throws IOException {
    double control = height(refine("control", 0, 0.01, likesHigher(1)).policy());
    double refined = height(refine("refined", 4, 0.01, likesHigher(1)).policy());
    assertThat(refined - control).isGreaterThan(0.2 * SHIFT);
  }

  @Test
  void theResidualFallsMonotonicallyInLambda() throws IOException {
    double before = Double.POSITIVE_INFINITY;
    for (double lambda : new double[] {0, 0.3, 3, 30}) {
      double rms = refine("lambda-" + lambda, 4, lambda, likesHigher(1)).residualRms();
      assertThat(rms).isLessThan(before);
      before = rms;
    }
    assertThat(before).isLessThan(0.01);
  }

  @Test
  void theResidualStaysWithinItsBound() throws IOException {
    Path refined = refine("refined", 50, 0, likesHigher(1)).policy();
    try (Policy with = PolicyLoader.load(refined, TinyConfigs.CPU);
        Policy without = PolicyLoader.load(base, TinyConfigs.CPU)) {
      ObservationWindow window = Curves.window(with.spec(), attempts.get(0), 8, 3);
      FloatMatrix a = with.act(List.of(window)).get(0).actions();
      FloatMatrix b = without.act(List.of(window)).get(0).actions();
      for (int k = 0; k < a.rows(); k++) {
        // 0.2 of [-1, 1] over a range of at most 0.04 m
        assertThat(Math.abs(a.get(k, 2) - b.get(k, 2))).isLessThan(0.1f * 0.04f);
      }
      assertThat(with.spec().name()).isEqualTo("refined");
    }
  }

  @Test
  void theBasesOwnSamplesLeaveNothingToLearn() throws IOException {
    List<Trajectory> own = new ArrayList<>();
    try (Policy policy = PolicyLoader.load(base, TinyConfigs.CPU)) {
      Trajectory like = attempts.get(0);
      float[] actions = like.channel("action").toArray();
      for (int t = 0; t < like.length(); t += 4) {
        ObservationWindow window = Curves.window(policy.spec(), like, t, t / 4);
        float[] chunk = policy.act(List.of(window)).get(0).actions().toArray();
        System.arraycopy(chunk, 0, actions, t * 7, chunk.length);
      }
      own.add(like.with(policy.spec().action(), FloatMatrix.of(like.length(), 7, actions)));
    }
    ResidualTrainer.Result result =
        ResidualTrainer.train(
            TinyConfigs.refinement(0, 0, 20),
            base,
            own,
            likesHigher(1),
            (trajectory, decision) -> decision,
            folder.resolve("own"),
            TrainingListener.SILENT);
    assertThat(result.targetRms()).isLessThan(1e-4);
  }

  @Test
  void anotherBaseIsRefused() throws IOException {
    Path refined = refine("refined", 1, 0.1, likesHigher(1)).policy();
    Checkpoint.write(base, "diffusion_policy", java.util.Map.of());
    assertThatThrownBy(() -> PolicyLoader.load(refined, TinyConfigs.CPU))
        .isInstanceOfSatisfying(
            StropException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CORRUPT_DATA))
        .hasMessageContaining("expected base policy");
  }

  @Test
  void aRewardThatIsNotANumberIsRefused() {
    assertThatThrownBy(() -> refine("nan", 1, 0.1, likesHigher(Double.NaN)))
        .isInstanceOfSatisfying(
            StropException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.COMPUTATION));
  }
}
