package org.strop.reward.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.strop.policy.nn.Torch;
import org.strop.reward.likelihood.BradleyTerry;
import org.strop.reward.likelihood.PreferenceKind;
import org.strop.reward.metrics.KendallTau;
import org.strop.reward.metrics.PairedDifference;

/** Labels made from regret on a small recorded world: which model predicts fresh ones. */
@Tag("slow")
@ResourceLock("autograd")
class RegretRecoveryIT {
  private static final int PAIRS = 400;
  private static final int FRESH = 400;

  /** Log-likelihood of fresh labels, nats a label, and Kendall's tau with the cells' rewards. */
  private record Result(double logLikelihood, double tau, double mixture) {}

  @Test
  void regretPredictsChoicesThatFollowRegretBetterThanPartialReturn() {
    List<Result> returns = new ArrayList<>();
    List<Result> regrets = new ArrayList<>();
    List<Result> mixtures = new ArrayList<>();
    for (long seed = 1; seed <= 5; seed++) {
      returns.add(fit(PreferenceKind.PARTIAL_RETURN, seed));
      regrets.add(fit(PreferenceKind.REGRET, seed));
      mixtures.add(fit(PreferenceKind.MIXTURE, seed));
    }
    String all = returns + "\n" + regrets + "\n" + mixtures;
    PairedDifference gain = difference(regrets, returns);
    assertThat(gain.mean()).as(all).isGreaterThan(2 * gain.standardError());
    PairedDifference mixed = difference(mixtures, returns);
    assertThat(mixed.mean()).as(all).isGreaterThan(2 * mixed.standardError());
  }

  private static PairedDifference difference(List<Result> a, List<Result> b) {
    return PairedDifference.of(
        a.stream().mapToDouble(Result::logLikelihood).toArray(),
        b.stream().mapToDouble(Result::logLikelihood).toArray());
  }

  private static Result fit(PreferenceKind kind, long seed) {
    ChainWorld world = new ChainWorld(seed, 0.99);
    RewardConfig config =
        TestConfigs.pairsOnly(
            "preference_model=" + kind.key(),
            "ensemble.members=3",
            "fit.steps=300",
            "batch.pairs=64",
            "batch.steps_per_segment=4",
            "values.ridge=0.0001",
            "seed=" + seed);
    RewardFitSpec spec = RewardFitSpec.of(config);
    TrainingSet train = world.set(world.pairs(PAIRS));
    TrainingSet fresh = world.set(world.pairs(FRESH));
    Roles roles = new Roles(3, train);
    roles.drawValidation(0.1, seed);
    try (NDManager manager = Torch.start(config.compute()).newManager()) {
      EnsembleFit.Fitted fitted =
          new EnsembleFit(train, roles, spec).run(manager, FitListener.NONE);
      Network net = spec.network(ChainWorld.CELLS, 1);
      try (Ensemble ensemble =
          new Ensemble(manager, net, spec.encoder(), fitted.tensors(), "this fit")) {
        Evaluated said = ensemble.evaluate(fresh.rows(), fresh.width(), fresh.episodes());
        double[] alphas = net.mixture().of(ensemble);
        Optional<ValueShift> shift = ValueShift.of(spec, fresh, said, alphas);
        Predictions predictions =
            new Predictions(fresh, PairReturn.MEAN, said, LabelReading.of(ensemble), shift);
        return new Result(logLikelihood(fresh, predictions), tau(world, said), alphas[0]);
      }
    }
  }

  private static double logLikelihood(TrainingSet fresh, Predictions predictions) {
    return IntStream.range(0, FRESH)
        .mapToDouble(
            i -> {
              double p = predictions.of(Part.PAIRS, i, new int[] {0, 1, 2});
              double logit = Math.log(p) - Math.log1p(-p);
              return -BradleyTerry.cost(logit, fresh.pairs().get(i).label());
            })
        .average()
        .orElseThrow();
  }

  private static double tau(ChainWorld world, Evaluated said) {
    double[] learned = new double[ChainWorld.CELLS];
    int[] cells = world.cells();
    for (int t = 0; t < cells.length; t++) {
      learned[cells[t]] = said.values()[0][t];
    }
    return KendallTau.tauB(learned, world.reward());
  }
}
