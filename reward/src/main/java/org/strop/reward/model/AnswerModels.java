package org.strop.reward.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.strop.policy.nn.Initializer;
import org.strop.policy.nn.ParameterLayout;
import org.strop.policy.nn.Tensor;
import org.strop.reward.composite.CompositeConfig;
import org.strop.reward.likelihood.Answer;
import org.strop.reward.likelihood.ChoiceModel;
import org.strop.reward.likelihood.OperatorModel;
import org.strop.reward.likelihood.PreferenceModel;
import org.strop.reward.likelihood.ScoreModel;

/**
 * How each operator answers, learned with the reward: one set of parameters for each member and
 * operator, in the network's layout.
 *
 * <p>What is stored is the distance from the prior's middle over {@value #PACE}: weight decay pulls
 * to the prior, and a step of the optimiser moves these parameters as far as a few dozen labels can
 * tell apart (ours).
 */
final class AnswerModels {
  private static final double PACE = 4;
  private static final String NAME = "operators";
  private static final int TOP_SCORE = 9;

  private final ChoiceModel choices;
  private final ScoreModel scores;
  private final PreferenceModel model;
  private final double[] middle;
  private final int operators;
  private final int slot;

  AnswerModels(ParameterLayout layout, CompositeConfig config, int members, int operators) {
    this.choices = new ChoiceModel(config.choices());
    this.scores = new ScoreModel(config.scores());
    this.model = new OperatorModel(List.of(choices, scores));
    this.middle = model.initial();
    this.operators = operators;
    this.slot = layout.add(NAME, new Initializer.Constant(0), members, operators, middle.length);
  }

  /** Returns how many operators a checkpoint's tensors hold; 1 for a plain reward. */
  static int operators(Map<String, Tensor> tensors) {
    Tensor stored = tensors.get(NAME);
    return stored == null || stored.shape().length != 3 ? 1 : (int) stored.shape()[1];
  }

  /** Returns the slot of the stored parameters, [M, operators, P]. */
  int slot() {
    return slot;
  }

  /** Returns parameters stored per operator, P. */
  int size() {
    return middle.length;
  }

  int operators() {
    return operators;
  }

  /**
   * Adds a label's cost, and its gradients.
   *
   * @param stored of all members, as in the slot
   * @param weight of the label
   * @param utilities one per segment
   * @param dUtilities gradient of the cost is added
   * @param dStored gradient of the cost is added, as long as {@code stored}
   * @return weight · −ln P(answer), nats
   */
  double cost(
      Answer answer,
      double weight,
      double[] utilities,
      float[] stored,
      int member,
      int operator,
      double[] dUtilities,
      double[] dStored) {
    double[] theta = theta(stored, member, operator);
    double[] du = new double[utilities.length];
    double[] dTheta = new double[theta.length];
    double value = model.logLikelihood(answer, utilities, theta, du, dTheta);
    for (int i = 0; i < du.length; i++) {
      dUtilities[i] -= weight * du[i];
    }
    add(dStored, member, operator, -weight * PACE, dTheta);
    return -weight * value;
  }

  /** Adds the priors' cost over all operators of a member, times a factor, and its gradient. */
  double priorCost(double factor, float[] stored, int member, double[] dStored) {
    double sum = 0;
    for (int operator = 0; operator < operators; operator++) {
      double[] dTheta = new double[middle.length];
      sum -= factor * model.logPrior(theta(stored, member, operator), dTheta);
      add(dStored, member, operator, -factor * PACE, dTheta);
    }
    return sum;
  }

  private void add(double[] target, int member, int operator, double factor, double[] values) {
    int from = (member * operators + operator) * middle.length;
    for (int i = 0; i < values.length; i++) {
      target[from + i] += factor * values[i];
    }
  }

  private double[] theta(float[] stored, int member, int operator) {
    double[] theta = middle.clone();
    int from = (member * operators + operator) * theta.length;
    for (int i = 0; i < theta.length; i++) {
      theta[i] += PACE * stored[from + i];
    }
    return theta;
  }

  /** Returns P(second | not a tie) of a choice. */
  double second(double[] utilities, float[] stored, int member, int operator) {
    double[] own = part(theta(stored, member, operator), 0, choices.parameters().size());
    double[] p = choices.probabilities(utilities, own);
    return p[0] + p[2] > 0 ? p[2] / (p[0] + p[2]) : 0.5;
  }

  /** Returns the expected score of a utility over 9, in [0, 1]. */
  double score(double utility, float[] stored, int member, int operator) {
    int from = choices.parameters().size();
    double[] own = part(theta(stored, member, operator), from, middle.length);
    double sum = 0;
    for (int score = 0; scores.accepts(new Answer.Score(score)); score++) {
      double log = scores.logLikelihood(new Answer.Score(score), new double[] {utility}, own);
      sum += score * Math.exp(log);
    }
    return sum / TOP_SCORE;
  }

  private static double[] part(double[] values, int from, int to) {
    return java.util.Arrays.copyOfRange(values, from, to);
  }

  /** Returns each operator's parameters in natural units, mean over members. */
  List<Map<String, Double>> describe(float[] stored, int members) {
    List<Map<String, Double>> all = new ArrayList<>();
    for (int operator = 0; operator < operators; operator++) {
      Map<String, Double> means = new LinkedHashMap<>();
      for (int m = 0; m < members; m++) {
        model
            .describe(theta(stored, m, operator))
            .forEach((name, value) -> means.merge(name, value / members, Double::sum));
      }
      all.add(means);
    }
    return all;
  }
}
