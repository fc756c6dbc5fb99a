package org.strop.reward.model;

import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.strop.policy.nn.ComputeConfig;
import org.strop.policy.nn.Seeds;
import org.strop.policy.nn.Torch;

/**
 * A reward ensemble fitted to bare choices between runs of rows: no classes, no scores, no
 * episodes.
 *
 * <p>Each member stops by a random share of the groups of pairs. Not thread-safe; holds native
 * memory until closed.
 */
public final class PairEnsemble implements AutoCloseable {
  private final RewardFitSpec spec;
  private final NDManager manager;
  private final Ensemble ensemble;
  private final float[] rows;
  private final int width;

  private PairEnsemble(
      RewardFitSpec spec, NDManager manager, Ensemble ensemble, float[] rows, int width) {
    this.spec = spec;
    this.manager = manager;
    this.ensemble = ensemble;
    this.rows = rows;
    this.width = width;
  }

  /**
   * Fits an ensemble.
   *
   * @param rows scaled features, row-major [N, width]; kept, not modified
   * @param pairs choices to learn
   * @param groups of each pair: pairs of one group validate together or not at all
   */
  public static PairEnsemble fit(
      RewardFitSpec spec,
      ComputeConfig compute,
      float[] rows,
      int width,
      List<PairTarget> pairs,
      int[] groups) {
    TrainingSet set = TrainingSet.ofPairs(rows, width, pairs);
    Roles roles = roles(set, spec, groups);
    EnsembleFit fit = new EnsembleFit(set, roles, spec);
    NDManager manager = Torch.start(compute).newManager();
    try {
      EnsembleFit.Fitted fitted = fit.run(manager, FitListener.NONE);
      Ensemble ensemble =
          new Ensemble(
              manager, spec.network(width, 1), spec.encoder(), fitted.tensors(), "this fit");
      return new PairEnsemble(spec, manager, ensemble, rows, width);
    } catch (RuntimeException e) {
      manager.close();
      throw e;
    }
  }

  private static Roles roles(TrainingSet set, RewardFitSpec spec, int[] groups) {
    Roles roles = new Roles(spec.ensemble().members(), set);
    int[] distinct = IntStream.of(groups).distinct().toArray();
    for (int m = 0; m < roles.members(); m++) {
      SplittableRandom random = Seeds.stream(spec.seed(), "validation", m);
      int[] order = Seeds.permutation(random, distinct.length);
      long wanted = Math.round(spec.fit().validationFraction() * groups.length);
      int drawn = 0;
      for (int i = 0; i < order.length - 1 && drawn < wanted; i++) {
        int group = distinct[order[i]];
        roles.assign(Part.PAIRS, m, Role.VALIDATE, label -> groups[label] == group);
        drawn += (int) IntStream.of(groups).filter(g -> g == group).count();
      }
    }
    return roles;
  }

  /**
   * Returns the probability that the second is preferred for each pair of runs of the same rows,
   * mean over members. Labels and weights of the pairs are not looked at.
   */
  public double[] probabilities(List<PairTarget> pairs) {
    TrainingSet set = TrainingSet.ofPairs(rows, width, pairs);
    Predictions predictions =
        new Predictions(
            set,
            spec.pairReturn(),
            ensemble.evaluate(rows, width, set.episodes()),
            LabelReading.of(ensemble),
            Optional.empty());
    int[] all = IntStream.range(0, spec.ensemble().members()).toArray();
    return IntStream.range(0, pairs.size())
        .mapToDouble(i -> predictions.of(Part.PAIRS, i, all))
        .toArray();
  }

  /**
   * Returns the reward of each row that it was fitted on, mean over members, length N, in (0, 1);
   * rows are read as one episode, where the encoder looks back.
   */
  public float[] rewards() {
    float[][] members =
        ensemble.evaluate(rows, width, List.of(new Span(0, rows.length / width))).values();
    float[] mean = new float[members[0].length];
    for (float[] member : members) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += member[i] / members.length;
      }
    }
    return mean;
  }

  @Override
  public void close() {
    ensemble.close();
    manager.close();
  }
}
