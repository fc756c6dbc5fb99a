package org.strop.reward.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.strop.policy.nn.Parameters;
import org.strop.reward.likelihood.Answer;

/**
 * The likelihood of answers as a tensor loss: values and gradients in double precision by the port
 * {@code PreferenceModel}, handed to the engine as a linear form.
 *
 * <pre>  L(u, θ) → u·∂L/∂u + θ·∂L/∂θ + c,   c = L − u·∂L/∂u − θ·∂L/∂θ held constant</pre>
 *
 * <p>has L's value and its exact gradient, and stays finite for any utility.
 */
final class AnswerLoss {
  private final AnswerModels answers;
  private final TrainingSet set;

  AnswerLoss(AnswerModels answers, TrainingSet set) {
    this.answers = answers;
    this.set = set;
  }

  /**
   * Returns each member's cost of a part's answers.
   *
   * @param part pairs or scores
   * @param means of the runs, pre-squash, [M, runs]
   * @return [M]; belongs to {@code step}
   */
  NDArray of(NDManager step, Parameters p, Part part, Batch.Block block, NDArray means) {
    int members = (int) means.getShape().get(0);
    int runs = (int) means.getShape().get(1);
    NDArray stored = p.get(answers.slot());
    float[] u = means.toFloatArray();
    float[] theta = stored.toFloatArray();
    double[] du = new double[u.length];
    double[] dTheta = new double[theta.length];
    float[] constant = new float[members];
    for (int m = 0; m < members; m++) {
      double cost = cost(part, block, m, runs, u, theta, du, dTheta);
      constant[m] = (float) (cost - dot(u, du, m, members) - dot(theta, dTheta, m, members));
    }
    NDArray linear = means.mul(step.create(floats(du), means.getShape())).sum(new int[] {1});
    NDArray inner =
        step.create(floats(dTheta), stored.getShape()).mul(stored).sum(new int[] {1, 2});
    return linear.add(inner).add(step.create(constant, new Shape(members)));
  }

  private double cost(
      Part part,
      Batch.Block block,
      int m,
      int runs,
      float[] u,
      float[] theta,
      double[] du,
      double[] dTheta) {
    int n = block.count();
    double cost = 0;
    double weights = 0;
    for (int i = 0; i < n; i++) {
      double weight = block.weights()[m * n + i];
      if (weight > 0) {
        int first = m * runs + i;
        boolean pair = part == Part.PAIRS;
        double[] utilities = pair ? utilities(block, u, first, i, n) : new double[] {u[first]};
        double[] gradient = new double[utilities.length];
        int label = block.labels()[i];
        cost +=
            answers.cost(
                answer(part, label),
                weight,
                utilities,
                theta,
                m,
                set.operator(part, label),
                gradient,
                dTheta);
        du[first] += gradient[0] * (pair ? block.lengthFactors()[i] : 1);
        if (pair) {
          du[first + n] += gradient[1] * block.lengthFactors()[n + i];
        }
        weights += weight;
      }
    }
    int labels = set.count(Part.PAIRS) + set.count(Part.SCORES);
    return cost + answers.priorCost(weights / Math.max(1, labels), theta, m, dTheta);
  }

  private static double[] utilities(Batch.Block block, float[] u, int first, int i, int n) {
    return new double[] {
      u[first] * block.lengthFactors()[i], u[first + n] * block.lengthFactors()[n + i]
    };
  }

  private Answer answer(Part part, int label) {
    double value = set.value(part, label);
    return part == Part.PAIRS
        ? new Answer.Choice(value)
        : new Answer.Score((int) Math.round(value * LabeledEpisodes.TOP_SCORE));
  }

  private static double dot(float[] a, double[] b, int member, int members) {
    int each = a.length / members;
    double sum = 0;
    for (int i = member * each; i < (member + 1) * each; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static float[] floats(double[] values) {
    float[] out = new float[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) values[i];
    }
    return out;
  }
}
