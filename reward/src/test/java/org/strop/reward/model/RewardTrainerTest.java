package org.strop.reward.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.Choice;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.PreferenceLabel;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.configs.StropException;
import org.strop.policy.nn.LeakCheck;
import org.strop.policy.nn.Torch;
import org.strop.policy.port.RewardSignal.StepRewards;
import org.strop.reward.label.LabelSource;
import org.strop.reward.metrics.KendallTau;

@ResourceLock("autograd")
class RewardTrainerTest {
  private static final int EPISODES = 40;
  private static final Attempts ATTEMPTS = new Attempts(EPISODES, 40, 7);

  @TempDir private Path folder;

  @Test
  void learnsWhatIsLikedFromChoicesAlone() {
    LabelSource labels = LabelSource.of(ATTEMPTS.choices(80), List.of());
    try (RewardModel model = fit(TestConfigs.pairsOnly(), labels).model()) {
      assertThat(tauWithQuality(model)).isGreaterThan(0.6);
    }
  }

  @Test
  void heldOutAccuracyIsHighOnLabelsAndChanceOnCoins() {
    RewardConfig config = TestConfigs.pairsOnly();
    ChoiceQuality real = heldOut(config, ATTEMPTS.choices(80));
    ChoiceQuality coins = heldOut(config, ATTEMPTS.coins(80));
    assertThat(real.n()).isEqualTo(80);
    assertThat(real.ci().low()).isGreaterThan(0.6);
    assertThat(coins.ci().low()).isLessThan(0.5);
    assertThat(coins.logLoss()).isGreaterThan(real.logLoss());
  }

  @Test
  void learnsThicknessClassesFromForceAlone() {
    RewardConfig config =
        TestConfigs.small(
            "weights.scores=0.0", "weights.pairs=0.0", "fit.steps=300", "batch.pieces=128");
    RewardFit fit = fit(config, LabelSource.of(List.of(), List.of()));
    try (RewardModel model = fit.model()) {
      ValueQuality thickness = fit.report().thickness().orElseThrow();
      assertThat(thickness.n()).isEqualTo(EPISODES * 4);
      assertThat(thickness.kendallTau()).isGreaterThan(0.4);
      assertThat(thickness.meanAbsoluteError()).isLessThan(thickness.constantError());
      Trajectory blind = Attempts.without(ATTEMPTS.trajectories().get(0), Channels.CUT);
      assertThat(model.score(blind).mean())
          .isEqualTo(model.score(ATTEMPTS.trajectories().get(0)).mean());
    }
  }

  @Test
  void fitsAllThreePartsAndReloadsTheSame() throws IOException {
    LabelSource labels = LabelSource.of(ATTEMPTS.choices(40), ATTEMPTS.scores());
    RewardConfig config = TestConfigs.small();
    RewardFit fit =
        RewardTrainer.train(config, ATTEMPTS.trajectories(), labels, folder, FitListener.NONE);
    try (RewardModel model = fit.model();
        RewardModel loaded = RewardModel.load(folder)) {
      RewardReport report = fit.report();
      assertThat(report.scores().orElseThrow().kendallTau()).isGreaterThan(0.5);
      Trajectory attempt = ATTEMPTS.trajectories().get(3);
      StepRewards scored = model.score(attempt);
      assertThat(loaded.score(attempt).mean()).isEqualTo(scored.mean());
      assertThat(loaded.config()).isEqualTo(config);
      for (int t = 0; t < attempt.length(); t++) {
        assertThat(scored.mean()[t]).isBetween(0f, 1f);
        assertThat(scored.standardDeviation()[t]).isNotNegative();
      }
      assertThat(Files.readString(folder.resolve("reward.json"))).doesNotContain("NaN");
      try (var files = Files.list(folder)) {
        assertThat(files.map(f -> f.getFileName().toString()))
            .containsExactlyInAnyOrder("reward.safetensors", "reward.json");
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameBytes() throws IOException {
    LabelSource labels = LabelSource.of(ATTEMPTS.choices(20), ATTEMPTS.scores());
    RewardConfig config = TestConfigs.small("fit.steps=30");
    List<byte[]> written = new ArrayList<>();
    for (String name : List.of("a", "b")) {
      try (RewardModel model = fit(config, labels).model()) {
        Path file = folder.resolve(name);
        model.save(file);
        written.add(Files.readAllBytes(file));
      }
    }
    assertThat(written.get(0)).isEqualTo(written.get(1));
    try (RewardModel other = fit(TestConfigs.small("fit.steps=30", "seed=2"), labels).model()) {
      other.save(folder.resolve("c"));
    }
    assertThat(Files.readAllBytes(folder.resolve("c"))).isNotEqualTo(written.get(0));
  }

  @Test
  void onlyTiesPullReturnsTogether() {
    List<PreferenceLabel> ties =
        IntStream.range(0, 20).mapToObj(i -> ATTEMPTS.choice(i, i, i + 20, Choice.SAME)).toList();
    RewardFit fit = fit(TestConfigs.pairsOnly(), LabelSource.of(ties, List.of()));
    try (RewardModel model = fit.model()) {
      assertThat(fit.report().pairs()).isEmpty();
      assertThat(spreadOfReturns(model)).isLessThan(0.1);
    }
  }

  @Test
  void oneChoiceTrainsAndCantTellIsLeftOut() {
    List<PreferenceLabel> labels =
        List.of(
            ATTEMPTS.choice(0, 0, 1, Choice.SECOND), ATTEMPTS.choice(1, 2, 3, Choice.CANT_TELL));
    RewardFit fit = fit(TestConfigs.pairsOnly(), LabelSource.of(labels, List.of()));
    try (RewardModel model = fit.model()) {
      assertThat(fit.report().cantTell()).isEqualTo(1);
      assertThat(fit.report().pairs().orElseThrow().n()).isEqualTo(1);
      assertThat(mean(model.score(ATTEMPTS.trajectories().get(1))))
          .isGreaterThan(mean(model.score(ATTEMPTS.trajectories().get(0))));
    }
  }

  @Test
  void contradictionsEndInIndifference() {
    List<PreferenceLabel> labels = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      labels.add(ATTEMPTS.choice(2 * i, i, i + 20, Choice.FIRST));
      labels.add(ATTEMPTS.choice(2 * i + 1, i, i + 20, Choice.SECOND));
    }
    RewardConfig config = TestConfigs.pairsOnly("fit.validation_fraction=0.0");
    RewardFit fit = fit(config, LabelSource.of(labels, List.of()));
    try (RewardModel model = fit.model()) {
      assertThat(spreadOfReturns(model)).isLessThan(0.1);
      assertThat(fit.report().pairs().orElseThrow().logLoss()).isCloseTo(0.693, within(0.1));
    }
  }

  @Test
  void attemptsThatAllLookTheSameScoreTheSame() {
    List<Trajectory> same = new ArrayList<>();
    Trajectory one = ATTEMPTS.trajectories().get(0);
    for (Trajectory t : ATTEMPTS.trajectories()) {
      int steps = t.length();
      same.add(
          t.with(Channels.STATE, constant(steps, one.channel(Channels.STATE)))
              .with(Channels.WRENCH, constant(steps, one.channel(Channels.WRENCH)))
              .with(Channels.ACTION, constant(steps, one.channel(Channels.ACTION))));
    }
    LabelSource labels = LabelSource.of(ATTEMPTS.choices(20), ATTEMPTS.scores());
    RewardFit fit = RewardTrainer.train(TestConfigs.small(), same, labels, FitListener.NONE);
    try (RewardModel model = fit.model()) {
      assertThat(model.score(same.get(0)).mean()).isEqualTo(model.score(same.get(1)).mean());
      assertThat(fit.report().pairs().orElseThrow().accuracy()).isEqualTo(0.5);
    }
  }

  @Test
  void badInputIsRefusedBeforeAnythingIsWritten() {
    Trajectory good = ATTEMPTS.trajectories().get(0);
    float[] wrench = good.channel(Channels.WRENCH).toArray();
    wrench[8] = Float.NaN;
    Trajectory bad = good.with(Channels.WRENCH, FloatMatrix.of(good.length(), 6, wrench));
    LabelSource none = LabelSource.of(List.of(), ATTEMPTS.scores().subList(0, 1));
    assertRefused(List.of(bad), none, "observation.wrench[2] is NaN");
    assertRefused(List.of(good, good), none, "given twice");
    assertRefused(List.of(good), LabelSource.of(ATTEMPTS.choices(1), List.of()), "is not given");
    assertRefused(List.of(), LabelSource.of(List.of(), List.of()), "no step");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void nothingToLearnFromIsToldAsSuch() {
    LabelSource none = LabelSource.of(List.of(), List.of());
    assertThatThrownBy(() -> fit(TestConfigs.pairsOnly(), none))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("nothing to learn a reward from");
  }

  @Test
  void memoryStaysFlatOver2000Steps() {
    RewardConfig config =
        TestConfigs.small(
            "ensemble.hidden_width=4",
            "ensemble.members=2",
            "fit.steps=2000",
            "fit.evaluate_every=100",
            "batch.pairs=4",
            "batch.scores=4",
            "batch.pieces=4",
            "batch.steps_per_segment=2");
    LabelSource labels = LabelSource.of(ATTEMPTS.choices(20), ATTEMPTS.scores());
    LabeledEpisodes episodes = new LabeledEpisodes(ATTEMPTS.trajectories(), labels, config);
    TrainingSet set = episodes.trainingSet();
    RewardFitSpec spec = RewardFitSpec.of(config);
    try (NDManager manager = Torch.start(config.compute()).newManager()) {
      List<Integer> live = new ArrayList<>();
      new EnsembleFit(set, episodes.roles(set, spec), spec)
          .run(manager, (total, point) -> live.add(LeakCheck.liveArrays(manager)));
      assertThat(live).hasSize(20);
      assertThat(live.stream().distinct()).hasSize(1);
      assertThat(LeakCheck.liveArrays(manager)).isZero();
    }
  }

  private static FloatMatrix constant(int steps, FloatMatrix channel) {
    List<float[]> rows = IntStream.range(0, steps).mapToObj(t -> channel.row(0)).toList();
    return FloatMatrix.ofRows(channel.cols(), rows);
  }

  private void assertRefused(List<Trajectory> trajectories, LabelSource labels, String says) {
    assertThatThrownBy(
            () ->
                RewardTrainer.train(
                    TestConfigs.small(), trajectories, labels, folder, FitListener.NONE))
        .isInstanceOf(StropException.class)
        .hasMessageContaining(says);
  }

  private static ChoiceQuality heldOut(RewardConfig config, List<PreferenceLabel> choices) {
    RewardFit fit = fit(config, LabelSource.of(choices, List.of()));
    fit.model().close();
    return fit.report().pairs().orElseThrow();
  }

  private static RewardFit fit(RewardConfig config, LabelSource labels) {
    return RewardTrainer.train(config, ATTEMPTS.trajectories(), labels, FitListener.NONE);
  }

  private static double tauWithQuality(RewardModel model) {
    double[] returns = new double[EPISODES];
    double[] quality = new double[EPISODES];
    for (int e = 0; e < EPISODES; e++) {
      returns[e] = mean(model.score(ATTEMPTS.trajectories().get(e)));
      quality[e] = ATTEMPTS.quality(e);
    }
    return KendallTau.tauB(returns, quality);
  }

  private static double spreadOfReturns(RewardModel model) {
    double[] returns =
        ATTEMPTS.trajectories().stream().mapToDouble(t -> mean(model.score(t))).sorted().toArray();
    return returns[returns.length - 1] - returns[0];
  }

  private static double mean(StepRewards rewards) {
    double sum = 0;
    for (float r : rewards.mean()) {
      sum += r / rewards.mean().length;
    }
    return sum;
  }
}
