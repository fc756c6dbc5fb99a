package org.strop.reward.compare;

import java.util.Arrays;
import java.util.List;
import org.strop.reward.choice.JointFit;
import org.strop.reward.choice.Observation;
import org.strop.reward.likelihood.PreferenceKind;

/**
 * A candidate fitted to training labels.
 *
 * <p>Where the value is that of the best of several policies it is not linear in w. Then (ours,
 * after Gauss and Newton): fit with values of all policies pooled; linearise at the weights found
 * and fit again, a few times; keep the weights with the highest posterior <em>under the model
 * itself</em>, which is not the one that was fitted but needs no more than the linearisation at
 * these weights (exact there). Not every step must help, so it is the best, not the last. The
 * prior's unit is the typical difference of the features at hand and so moves a little.
 */
final class PairFit {
  private final CompareConfig config;
  private final Candidate candidate;
  private final Candidate.Setting setting;
  private final List<PairLabels.Difference> differences;
  private final double[] labels;
  private final int[] train;
  private final boolean linear;
  private JointFit fit;
  private double[] weights;

  /**
   * Fits.
   *
   * @param differences of all labels
   * @param labels of all
   * @param train numbers of those to fit to
   */
  PairFit(
      CompareConfig config,
      Candidate candidate,
      Candidate.Setting setting,
      List<PairLabels.Difference> differences,
      double[] labels,
      int[] train) {
    this.config = config;
    this.candidate = candidate;
    this.setting = setting;
    this.differences = differences;
    this.labels = labels;
    this.train = train;
    this.linear =
        candidate.kind() == PreferenceKind.PARTIAL_RETURN
            || differences.stream().allMatch(d -> d.change().isEmpty());
    List<Observation> pooled =
        Arrays.stream(train).mapToObj(i -> observation(differences.get(i), i)).toList();
    fit = JointFit.of(candidate.fit(config, setting), pooled);
    weights = reward(fit);
    if (!linear) {
      refine(pooled);
    }
  }

  private void refine(List<Observation> start) {
    JointFit tried = fit;
    List<Observation> fitted = start;
    double highest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k <= config.relinearisations(); k++) {
      double[] w = reward(tried);
      List<Observation> exact =
          Arrays.stream(train).mapToObj(i -> observation(differences.get(i).at(w), i)).toList();
      double prior = tried.logPosterior() - logLikelihood(tried, fitted);
      double posterior = logLikelihood(tried, exact) + prior;
      if (posterior > highest) {
        highest = posterior;
        fit = tried;
        weights = w;
      }
      if (k < config.relinearisations()) {
        fitted = exact;
        tried = JointFit.of(candidate.fit(config, setting), exact);
      }
    }
  }

  private static double logLikelihood(JointFit fit, List<Observation> observations) {
    return observations.stream().mapToDouble(fit::logLikelihood).sum();
  }

  private double[] reward(JointFit of) {
    return candidate.reward(of.weights(), differences.get(0).partialReturn().length);
  }

  private Observation observation(PairLabels.Difference difference, int i) {
    // All labels here are of one operator, or pooled: one set of habits.
    return candidate.observation("operator", difference, labels[i], setting.alpha());
  }

  private Observation exact(int i) {
    PairLabels.Difference difference = differences.get(i);
    return observation(linear ? difference : difference.at(weights), i);
  }

  /** Returns ln P of a label, nats. */
  double logLikelihood(int i) {
    return fit.logLikelihood(exact(i));
  }

  /** Returns P(second preferred), ties counted half to each side. */
  double probability(int i) {
    return fit.probability(exact(i));
  }

  /** Returns the weights of the reward, logits per unit of a feature; a copy. */
  double[] weights() {
    return weights.clone();
  }
}
