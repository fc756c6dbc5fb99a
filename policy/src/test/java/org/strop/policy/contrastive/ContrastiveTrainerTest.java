package org.strop.policy.contrastive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.strop.configs.StropException;
import org.strop.policy.Reaches;
import org.strop.policy.TinyConfigs;
import org.strop.policy.actor.ActionDistribution;
import org.strop.policy.actor.ActorPolicy;
import org.strop.policy.actor.StepListener;
import org.strop.policy.actor.Steps;
import org.strop.policy.actor.TrainedActor;
import org.strop.policy.clone.BehaviorCloning;
import org.strop.policy.clone.CloningConfig;
import org.strop.policy.contrastive.SegmentPair.Rows;
import org.strop.policy.nn.LeakCheck;
import org.strop.policy.nn.StepReport;
import org.strop.policy.nn.Tensor;
import org.strop.policy.nn.Torch;
import org.strop.policy.port.PairLoss;

@ResourceLock("autograd")
class ContrastiveTrainerTest {
  private static final int LENGTH = 10;
  private static final Torch TORCH = Torch.start(TinyConfigs.CPU);

  /** Even episodes go toward 0, odd ones away from it. */
  private static final Steps STEPS = Reaches.episodes(40, LENGTH, -0.5, 0.5, 1);

  /** A loss of the contrastive kind: softplus of minus (preferred less half of the other). */
  private static final PairLoss HALF =
      (first, second, label) -> {
        double e2 = Math.exp(-(second - 0.5 * first));
        double e1 = Math.exp(-(first - 0.5 * second));
        double p2 = label * e2 / (1 + e2);
        double p1 = (1 - label) * e1 / (1 + e1);
        return new PairLoss.Cost(
            label * Math.log1p(e2) + (1 - label) * Math.log1p(e1), 0.5 * p2 - p1, 0.5 * p1 - p2);
      };

  /** Bradley-Terry on S₂ − S₁, exact at any size. */
  private static final PairLoss LOGISTIC =
      (first, second, label) -> {
        double z = second - first;
        double value = Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - label * z;
        double slope = 1 / (1 + Math.exp(-z)) - label;
        return new PairLoss.Cost(value, -slope, slope);
      };

  static TrainedActor start(int steps) {
    return BehaviorCloning.fit(
        TORCH,
        Reaches.actor(ActionDistribution.DETERMINISTIC),
        new CloningConfig(steps, 64, Reaches.adam(1e-2)),
        STEPS,
        1,
        StepListener.SILENT);
  }

  private static ContrastiveConfig config(int steps, double alpha, boolean kl, double cloning) {
    return new ContrastiveConfig(alpha, kl, cloning, steps, 8, Reaches.adam(1e-2));
  }

  /** The second of each pair is a good one; labels say so, or what is given. */
  private static List<SegmentPair> pairs(double label) {
    List<SegmentPair> pairs = new ArrayList<>();
    for (int e = 0; e < 40; e += 2) {
      Rows good = new Rows(e * LENGTH, (e + 1) * LENGTH);
      Rows bad = new Rows((e + 1) * LENGTH, (e + 2) * LENGTH);
      pairs.add(new SegmentPair(bad, good, label));
    }
    return pairs;
  }

  private static TrainedActor fit(
      ContrastiveConfig config, PairLoss loss, TrainedActor start, List<SegmentPair> pairs) {
    return ContrastiveTrainer.fit(TORCH, config, loss, start, STEPS, pairs, 1, StepListener.SILENT);
  }

  private static StepReport firstStep(
      ContrastiveConfig config, PairLoss loss, TrainedActor start, List<SegmentPair> pairs) {
    List<StepReport> reports = new ArrayList<>();
    ContrastiveTrainer.fit(
        TORCH, config, loss, start, STEPS, pairs, 1, (report, total) -> reports.add(report));
    return reports.get(0);
  }

  private static double command(TrainedActor actor) {
    try (ActorPolicy policy = actor.policy(TORCH)) {
      return policy.act(new float[] {0.5f, 3})[0];
    }
  }

  @Test
  void movesFromTheMixtureTowardWhatIsPreferred() {
    TrainedActor start = start(300);
    double mixed = command(start); // odd episodes are found at 0.5 more often than even ones
    assertThat(command(fit(config(200, 0.1, false, 0), HALF, start, pairs(1)))).isLessThan(-0.15);
    assertThat(command(fit(config(200, 0.1, false, 0), HALF, start, pairs(0))))
        .isGreaterThan(mixed + 0.02);
    assertThat(command(fit(config(200, 0.2, true, 0), LOGISTIC, start, pairs(1))))
        .isLessThan(-0.15);
    assertThat(command(fit(config(200, 0.1, false, 1), LOGISTIC, start, pairs(1))))
        .isLessThan(mixed - 0.05);
  }

  @Test
  void theGradientIsThatOfTheLoss() {
    TrainedActor start = start(50);
    ContrastiveConfig config = config(1, 0.5, false, 0.3);
    List<SegmentPair> pairs = List.of(pairs(1).get(0));
    double squares = 0;
    for (Map.Entry<String, Tensor> entry : start.weights().entrySet()) {
      for (int i = 0; i < entry.getValue().size(); i++) {
        double h = 1e-2; // losses are float32: the best balance of rounding and curvature
        double up = firstStep(config, HALF, moved(start, entry, i, h), pairs).loss();
        double down = firstStep(config, HALF, moved(start, entry, i, -h), pairs).loss();
        squares += Math.pow((up - down) / (2 * h), 2);
      }
    }
    double norm = firstStep(config, HALF, start, pairs).gradientNorm();
    assertThat(norm).isGreaterThan(0.1).isCloseTo(Math.sqrt(squares), within(5e-3 * norm));
  }

  private static TrainedActor moved(
      TrainedActor actor, Map.Entry<String, Tensor> weight, int index, double by) {
    Map<String, Tensor> weights = new LinkedHashMap<>(actor.weights());
    Tensor tensor = weight.getValue();
    float[] values = tensor.values();
    values[index] += (float) by;
    weights.put(weight.getKey(), Tensor.of(tensor.shape(), values));
    return new TrainedActor(actor.document(), weights);
  }

  @Test
  void againstItselfAsReferenceEveryPairCostsLogTwo() {
    assertThat(firstStep(config(1, 0.2, true, 0), LOGISTIC, start(50), pairs(1)).loss())
        .isCloseTo(Math.log(2), within(1e-6));
  }

  @Test
  void theCloningTermIsAddedWithItsWeight() {
    TrainedActor start = start(50);
    double plain = firstStep(config(1, 0.1, false, 0), LOGISTIC, start, pairs(1)).loss();
    double one = firstStep(config(1, 0.1, false, 1), LOGISTIC, start, pairs(1)).loss();
    double three = firstStep(config(1, 0.1, false, 3), LOGISTIC, start, pairs(1)).loss();
    assertThat(one - plain).isPositive();
    assertThat(three - plain).isCloseTo(3 * (one - plain), within(1e-5));
  }

  @Test
  void tiesOnePairContradictionsAndUnequalLengthsLeaveAFinitePolicy() {
    TrainedActor start = start(50);
    List<SegmentPair> contradictory = new ArrayList<>(pairs(1));
    contradictory.addAll(pairs(0));
    Rows one = new Rows(0, 1);
    Rows episode = new Rows(LENGTH, 3 * LENGTH);
    for (List<SegmentPair> labels :
        List.of(
            pairs(0.5),
            pairs(1).subList(0, 1),
            contradictory,
            List.of(new SegmentPair(one, episode, 1), new SegmentPair(episode, one, 0.5)),
            List.of(new SegmentPair(one, one, 0.5)))) {
      for (boolean kl : new boolean[] {false, true}) {
        fit(config(20, 0.1, kl, 0), LOGISTIC, start, labels); // checks its own weights
        fit(config(20, 0.1, kl, 0), HALF, start, labels);
      }
    }
  }

  @Test
  void aTieBetweenASegmentAndItselfChangesNothing() {
    TrainedActor start = start(50);
    Rows rows = new Rows(0, LENGTH);
    List<SegmentPair> tie = List.of(new SegmentPair(rows, rows, 0.5));
    assertThat(fit(config(20, 0.1, false, 0), LOGISTIC, start, tie)).isEqualTo(start);
  }

  @Test
  void scoresOfAMillionAreLearntFrom() {
    TrainedActor start = start(50);
    ContrastiveConfig huge = new ContrastiveConfig(1000, false, 0, 20, 8, Reaches.adam(1e-3));
    List<SegmentPair> pairs = List.of(new SegmentPair(new Rows(0, 400), new Rows(0, 10), 0));
    StepReport report = firstStep(huge, LOGISTIC, start, pairs);
    assertThat(report.loss()).isGreaterThan(1e4).isFinite();
    fit(huge, LOGISTIC, start, pairs); // checks its own weights
  }

  @Test
  void theScoreOfASegmentIsASumOverItsStepsOnly() {
    TrainedActor start = start(50);
    PairLoss first = (s1, s2, y) -> new PairLoss.Cost(s1, 1, 0);
    Rows shorter = new Rows(3, 5);
    double alone =
        firstStep(
                config(1, 1, false, 0), first, start, List.of(new SegmentPair(shorter, shorter, 1)))
            .loss();
    double padded =
        firstStep(
                config(1, 1, false, 0),
                first,
                start,
                List.of(new SegmentPair(shorter, new Rows(0, 30), 1)))
            .loss();
    assertThat(padded).isNegative().isCloseTo(alone, within(1e-5));
  }

  @Test
  void leavesNoArraysBehindFromStepToStep() {
    TrainedActor start = start(10);
    try (NDManager manager = TORCH.newManager()) {
      List<Integer> alive = new ArrayList<>();
      ContrastiveTrainer.fit(
          manager,
          config(50, 0.1, true, 0.1),
          HALF,
          start,
          STEPS,
          pairs(1),
          1,
          (report, total) -> alive.add(LeakCheck.liveArrays(manager)));
      assertThat(alive.get(49)).isEqualTo(alive.get(1));
      assertThat(LeakCheck.liveArrays(manager)).isZero();
    }
  }

  @Test
  void refusesNoPairsAndPairsOutsideTheSteps() {
    TrainedActor start = start(1);
    assertThatThrownBy(() -> fit(config(1, 0.1, false, 0), HALF, start, List.of()))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("no choices to learn from");
    List<SegmentPair> outside = List.of(new SegmentPair(new Rows(0, 1), new Rows(399, 401), 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fit(config(1, 0.1, false, 0), HALF, start, outside))
        .withMessageContaining("outside 400 steps");
  }
}
