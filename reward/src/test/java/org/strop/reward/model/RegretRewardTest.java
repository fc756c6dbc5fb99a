package org.strop.reward.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.strop.configs.StropException;
import org.strop.policy.nn.AutogradLock;
import org.strop.policy.nn.Parameters;
import org.strop.policy.nn.Torch;
import org.strop.reward.label.LabelSource;
import org.strop.reward.likelihood.PreferenceKind;

/** Rewards fitted to choices that follow regret or a mixture. */
@ResourceLock("autograd")
class RegretRewardTest {
  private static final ChainWorld WORLD = new ChainWorld(5, 0.9);
  private static final ValueConfig VALUES = new ValueConfig(0.9, 1e-6, 16);

  @TempDir private Path folder;

  private static RewardConfig config(String kind) {
    return TestConfigs.pairsOnly(
        "preference_model=" + kind, "ensemble.members=2", "batch.steps_per_segment=4");
  }

  private static Batch batch(TrainingSet set, RewardFitSpec spec) {
    Map<Part, int[]> labels = new EnumMap<>(Part.class);
    labels.put(Part.PAIRS, IntStream.range(0, set.pairs().size()).toArray());
    return new BatchFactory(set, new Roles(2, set), spec).of(labels, Role.TRAIN, () -> 0.5);
  }

  private static float[] loss(RewardFitSpec spec, Batch batch) {
    RewardNet net = (RewardNet) spec.network(ChainWorld.CELLS, 1);
    try (NDManager manager = Torch.start(config("regret").compute()).newManager();
        Parameters p = Parameters.initialize(manager, net.layout(), 1)) {
      return new EnsembleLoss(net, new PlainCosts(net)).of(manager, p, batch).toFloatArray();
    }
  }

  @Test
  void valuesOfZeroGivePartialReturnExactly() {
    TrainingSet set = WORLD.set(WORLD.pairs(20));
    RewardFitSpec spec = RewardFitSpec.of(config("regret"));
    Batch regret = batch(set, spec);
    Batch.Shift shift = regret.shift().orElseThrow();
    Batch zero = with(regret, Optional.of(new Batch.Shift(shift.rows(), zeros(shift))));
    Batch none = with(regret, Optional.empty());
    assertThat(loss(spec, zero)).isEqualTo(loss(spec, none)).isNotEqualTo(loss(spec, regret));
  }

  private static float[] zeros(Batch.Shift shift) {
    return new float[shift.weights().length];
  }

  private static Batch with(Batch batch, Optional<Batch.Shift> shift) {
    return new Batch(batch.rows(), batch.rowCount(), batch.window(), batch.blocks(), shift);
  }

  @Test
  void partialReturnLooksAtNoValues() {
    TrainingSet set = WORLD.set(WORLD.pairs(5));
    assertThat(batch(set, RewardFitSpec.of(config("partial_return"))).shift()).isEmpty();
  }

  @Test
  void swappingAPairNegatesItsLogit() {
    List<PairTarget> pairs = WORLD.pairs(20);
    TrainingSet set = WORLD.set(pairs);
    TrainingSet swapped =
        WORLD.set(
            pairs.stream()
                .map(p -> new PairTarget(p.second(), p.first(), 1 - p.label(), 1))
                .toList());
    RewardFitSpec spec = RewardFitSpec.of(config("regret"));
    float[] there = loss(spec, batch(set, spec));
    assertThat(loss(spec, batch(swapped, spec))).containsExactly(there, within(1e-5f));
    double[] p = predict(set, spec);
    double[] q = predict(swapped, spec);
    for (int i = 0; i < p.length; i++) {
      assertThat(p[i] + q[i]).isCloseTo(1, within(1e-12));
    }
  }

  private static double[] predict(TrainingSet set, RewardFitSpec spec) {
    SplittableRandom random = new SplittableRandom(3);
    float[][] values = new float[2][WORLD.cells().length];
    for (float[] member : values) {
      IntStream.range(0, member.length).forEach(t -> member[t] = (float) random.nextDouble());
    }
    Evaluated said = new Evaluated(values, Optional.empty(), Optional.empty(), Optional.empty());
    Optional<ValueShift> shift = ValueShift.of(spec, set, said, new double[] {1, 1});
    LabelReading reading = new LabelReading.Plain(new float[] {3, 5});
    Predictions predictions = new Predictions(set, PairReturn.MEAN, said, reading, shift);
    return IntStream.range(0, set.pairs().size())
        .mapToDouble(i -> predictions.of(Part.PAIRS, i, new int[] {0, 1}))
        .toArray();
  }

  @Test
  void withTheTrueRewardUtilitiesAreTrueRegrets() {
    TrainingSet set = WORLD.set(WORLD.pairs(40));
    StateValues values = StateValues.fit(set, VALUES);
    double[] reward = WORLD.reward();
    int[] cells = WORLD.cells();
    float[] rewards = new float[cells.length];
    IntStream.range(0, rewards.length).forEach(t -> rewards[t] = (float) reward[cells[t]]);
    double[] b = values.moments(rewards);
    double error = 0;
    for (PairTarget pair : set.pairs()) {
      Span run = pair.first();
      double shift = dot(values.difference(run), b) * run.length();
      double sum = IntStream.range(run.from(), run.to()).mapToDouble(t -> rewards[t]).sum();
      error += Math.abs(sum + shift - WORLD.utility(run)) / set.pairs().size();
    }
    assertThat(error).as("a hundred walks tell values of about 4").isLessThan(0.2);
  }

  @Test
  void fewRowsShiftEqualRewardsExactlyAndAllRowsAnyReward() {
    TrainingSet set = WORLD.set(WORLD.pairs(3));
    StateValues values = StateValues.fit(set, VALUES);
    int n = WORLD.cells().length;
    List<Span> runs = set.pairs().stream().map(PairTarget::first).toList();
    float[] ones = new float[n];
    Arrays.fill(ones, 1);
    double[] few = new double[] {0.5, 0.2, 0.3};
    float[] some = values.shifts(new int[] {0, 7, 40}, few, runs);
    double[] each = new double[n];
    Arrays.fill(each, 1.0 / n);
    float[] all = values.shifts(IntStream.range(0, n).toArray(), each, runs);
    SplittableRandom random = new SplittableRandom(1);
    float[] any = new float[n];
    IntStream.range(0, n).forEach(t -> any[t] = (float) random.nextDouble());
    for (int j = 0; j < runs.size(); j++) {
      double[] d = values.difference(runs.get(j));
      double constant = some[j] + some[runs.size() + j] + some[2 * runs.size() + j];
      assertThat(constant).isCloseTo(dot(d, values.moments(ones)), within(1e-5));
      double sum = 0;
      for (int t = 0; t < n; t++) {
        sum += any[t] * all[t * runs.size() + j];
      }
      assertThat(sum).isCloseTo(dot(d, values.moments(any)), within(1e-4));
    }
  }

  private static double dot(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
  }

  @ParameterizedTest
  @ValueSource(strings = {"regret", "mixture"})
  void theGradientIsThatOfTheLossValuesIncluded(String kind) {
    RewardConfig config = config(kind);
    RewardFitSpec spec = RewardFitSpec.of(config);
    RewardNet net = (RewardNet) spec.network(ChainWorld.CELLS, 1);
    Batch batch = batch(WORLD.set(WORLD.pairs(20)), spec);
    EnsembleLoss loss = new EnsembleLoss(net, new PlainCosts(net));
    try (NDManager manager = Torch.start(config.compute()).newManager();
        Parameters p = Parameters.initialize(manager, net.layout(), 1);
        NDManager scope = manager.newSubManager()) {
      float[] gradient;
      try (AutogradLock.Scope autograd = AutogradLock.acquire()) {
        autograd.backward(loss.of(scope, p, batch).sum());
        gradient = gradient(p);
      }
      double squares = 0;
      for (float g : gradient) {
        squares += (double) g * g;
      }
      double step = 0.02 / Math.sqrt(squares);
      float[] at = p.toArray();
      double up = moved(loss, scope, p, batch, at, gradient, step);
      double down = moved(loss, scope, p, batch, at, gradient, -step);
      assertThat((up - down) / (2 * step) / squares).isCloseTo(1, within(0.01));
    }
  }

  private static float[] gradient(Parameters p) {
    float[] all = new float[p.toArray().length];
    int at = 0;
    for (int slot = 0; slot < p.toTensors().size(); slot++) {
      try (NDArray part = p.get(slot).getGradient()) {
        float[] values = part.toFloatArray();
        System.arraycopy(values, 0, all, at, values.length);
        at += values.length;
      }
    }
    return all;
  }

  private static double moved(
      EnsembleLoss loss,
      NDManager scope,
      Parameters p,
      Batch batch,
      float[] at,
      float[] gradient,
      double step) {
    float[] to = at.clone();
    for (int i = 0; i < to.length; i++) {
      to[i] += (float) (step * gradient[i]);
    }
    p.load(to);
    return loss.of(scope, p, batch).sum().getFloat();
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "composite", "transformer"})
  void everyKindOfRewardLearnsAMixtureAndReloads(String network) {
    Attempts attempts = new Attempts(20, 20, 7);
    String[] overrides = {"preference_model=mixture", "fit.steps=30", "ensemble.members=2"};
    RewardConfig config =
        switch (network) {
          case "plain" -> TestConfigs.small(overrides);
          case "composite" -> TestConfigs.composite(overrides);
          default -> TestConfigs.transformer(overrides);
        };
    LabelSource labels = LabelSource.of(attempts.choices(20), attempts.scores());
    RewardFit fit =
        RewardTrainer.train(config, attempts.trajectories(), labels, folder, FitListener.NONE);
    try (RewardModel model = fit.model();
        RewardModel loaded = RewardModel.load(folder)) {
      assertThat(loaded.score(attempts.trajectories().get(0)).mean())
          .isEqualTo(model.score(attempts.trajectories().get(0)).mean());
      assertThat(fit.report().mixtures())
          .hasSize(2)
          .allSatisfy(a -> assertThat(a).isStrictlyBetween(0.0, 1.0).isNotEqualTo(0.5));
      assertThat(fit.report().toMap()).containsEntry("preference_model", "mixture");
    }
  }

  @Test
  void autoAndMissingValuesAreRefusedWithTheMend() {
    assertThatThrownBy(() -> config("auto"))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("preference_model is auto")
        .hasMessageContaining("strop reward compare");
    RewardConfig c = TestConfigs.small();
    RewardConfig without =
        new RewardConfig(
            c.seed(),
            c.compute(),
            c.features(),
            c.thickness(),
            c.weights(),
            c.pairReturn(),
            Optional.of(PreferenceKind.REGRET),
            Optional.empty(),
            c.ensemble(),
            c.encoder(),
            c.composite(),
            c.fit(),
            c.batch(),
            c.calibrationBins());
    List<String> found = new ArrayList<>();
    without.check((key, what, fix) -> found.add(key + " " + what));
    assertThat(found).containsExactly("preference_model is regret, which needs values of states");
  }
}
