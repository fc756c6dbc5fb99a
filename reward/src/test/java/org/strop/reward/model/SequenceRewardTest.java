package org.strop.reward.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.Choice;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.PreferenceLabel;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.policy.nn.LeakCheck;
import org.strop.policy.nn.Torch;
import org.strop.reward.label.LabelSource;

@ResourceLock("autograd")
class SequenceRewardTest {
  private static final String TRANSFORMER =
      "encoder={kind: transformer, width: 8, heads: 2, blocks: 1, hidden_width: 16, stride: 4,"
          + " context: 10, importance: true}";
  private static final int EPISODES = 40;
  private static final Attempts ATTEMPTS = new Attempts(EPISODES, 40, 7);

  @ParameterizedTest
  @ValueSource(strings = {"encoder.importance=true", "encoder.importance=false"})
  void theOrderOfThingsIsLearnedWhereAPerceptronIsBlind(String importance) {
    List<Trajectory> attempts = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(5);
    boolean[] rising = new boolean[EPISODES];
    for (int e = 0; e < EPISODES; e++) {
      rising[e] = random.nextBoolean();
      attempts.add(halves(ATTEMPTS.trajectories().get(e), rising[e], random));
    }
    List<PreferenceLabel> choices = new ArrayList<>();
    for (int i = 0; i < 160; i++) {
      int a = random.nextInt(EPISODES);
      int b = random.nextInt(EPISODES);
      if (rising[a] != rising[b]) {
        choices.add(ATTEMPTS.choice(i, a, b, rising[b] ? Choice.SECOND : Choice.FIRST));
      }
    }
    String[] only = {"weights.thickness=0.0", "weights.scores=0.0", importance, "fit.steps=200"};
    LabelSource labels = LabelSource.of(choices, List.of());
    assertThat(accuracy(TestConfigs.transformer(only), attempts, labels)).isGreaterThan(0.9);
    assertThat(accuracy(TestConfigs.pairsOnly(), attempts, labels)).isLessThan(0.75);
  }

  /** Force low then high, or high then low: each step by itself looks the same in both. */
  private static Trajectory halves(Trajectory t, boolean rising, SplittableRandom random) {
    float[] wrench = new float[t.length() * 6];
    for (int step = 0; step < t.length(); step++) {
      boolean high = rising == (step >= t.length() / 2);
      wrench[step * 6 + 2] = (float) ((high ? 12 : 6) + random.nextGaussian());
    }
    FloatMatrix still = FloatMatrix.of(t.length(), 7, new float[t.length() * 7]);
    return t.with(Channels.WRENCH, FloatMatrix.of(t.length(), 6, wrench))
        .with(Channels.STATE, still)
        .with(Channels.ACTION, still);
  }

  private static double accuracy(
      RewardConfig config, List<Trajectory> attempts, LabelSource labels) {
    RewardFit fit = RewardTrainer.train(config, attempts, labels, FitListener.NONE);
    fit.model().close();
    return fit.report().pairs().orElseThrow().accuracy();
  }

  @Test
  void noStepsRewardDependsOnLaterSteps() {
    RewardFit fit =
        RewardTrainer.train(
            TestConfigs.transformer("fit.steps=25", "encoder.context=6", "encoder.stride=3"),
            ATTEMPTS.trajectories(),
            LabelSource.of(ATTEMPTS.choices(10), ATTEMPTS.scores()),
            FitListener.NONE);
    try (RewardModel model = fit.model()) {
      Trajectory whole = ATTEMPTS.trajectories().get(0); // 40 steps: more than a window of 18
      FloatMatrix wrench = whole.channel(Channels.WRENCH);
      for (int last : new int[] {0, 5, 17, 18, 30}) {
        float[] changed = wrench.toArray();
        Arrays.fill(changed, (last + 1) * 6, changed.length, 20);
        float[] after =
            model.score(whole.with(Channels.WRENCH, FloatMatrix.of(40, 6, changed))).mean();
        float[] before = model.score(whole).mean();
        assertThat(Arrays.copyOf(after, last + 1)).isEqualTo(Arrays.copyOf(before, last + 1));
        assertThat(after[39]).isNotEqualTo(before[39]);
      }
    }
  }

  @Test
  void windowsShowEachRowOnceWithHalfAContextBehindIt() {
    EncoderConfig.Transformer encoder = new EncoderConfig.Transformer(8, 2, 1, 8, 3, 6, false);
    int[] kept = new int[57];
    for (Windows window : Windows.of(encoder, List.of(new Span(0, 7), new Span(7, 57)))) {
      int[] rows = window.rows();
      for (int k = window.keepFrom(); k < rows.length; k++) {
        if (rows[k] >= 0) {
          kept[rows[k]]++;
          int start = rows[k] < 7 ? 0 : 7;
          int history = (rows[k] - start) / 3;
          assertThat(k).isGreaterThanOrEqualTo(Math.min(history, 3));
          assertThat(rows[0]).isEqualTo(rows[k] - 3 * k).isGreaterThanOrEqualTo(start);
        }
      }
    }
    assertThat(kept).containsOnly(1);
  }

  @Test
  void sampledWindowsEndInTheRunAndReachBackToTheEpisodesStart() {
    TrainingSet set =
        TrainingSet.ofPairs(
            new float[100], 1, List.of(new PairTarget(new Span(0, 40), new Span(40, 100), 1, 1)));
    WindowSampler sampler = new WindowSampler(3, 8, set);
    SplittableRandom random = new SplittableRandom(3);
    for (int trial = 0; trial < 500; trial++) {
      int from = 40 + random.nextInt(50);
      Span run = new Span(from, from + 1 + random.nextInt(100 - from));
      int[] rows = new int[8];
      float[] weights = new float[8];
      sampler.draw(run, 8, random::nextDouble, rows, 0, weights);
      double sum = 0;
      for (int k = 0; k < 8; k++) {
        sum += weights[k];
        assertThat(rows[k] == -1 || rows[k] >= 40 && rows[k] < run.to()).isTrue();
        assertThat(weights[k] > 0).isEqualTo(rows[k] >= run.from());
        assertThat(k == 0 || rows[k] < 0 || rows[k] == rows[k - 1] + 3).isTrue();
      }
      assertThat(Math.abs(sum - 1)).isLessThan(1e-5);
      assertThat(rows[7] >= 0 || rows[0] < 43).isTrue(); // short only at the episode's start
    }
  }

  /** The composite with a transformer: everything that a step can create. */
  @Test
  void memoryStaysFlatFromStep50On() {
    RewardConfig config =
        TestConfigs.composite(
            TRANSFORMER,
            "ensemble.members=2",
            "fit.steps=200",
            "fit.evaluate_every=50",
            "fit.optimizer.warmup_steps=5",
            "batch.pairs=4",
            "batch.scores=4",
            "batch.pieces=4");
    LabelSource labels = LabelSource.of(ATTEMPTS.choices(20), ATTEMPTS.scores());
    LabeledEpisodes episodes = new LabeledEpisodes(ATTEMPTS.trajectories(), labels, config);
    TrainingSet set = episodes.trainingSet();
    RewardFitSpec spec = RewardFitSpec.of(config);
    try (NDManager manager = Torch.start(config.compute()).newManager()) {
      List<Integer> live = new ArrayList<>();
      new EnsembleFit(set, episodes.roles(set, spec), spec)
          .run(manager, (total, point) -> live.add(LeakCheck.liveArrays(manager)));
      assertThat(live).hasSize(4);
      assertThat(live.stream().distinct()).hasSize(1);
      assertThat(LeakCheck.liveArrays(manager)).isZero();
    }
  }
}
