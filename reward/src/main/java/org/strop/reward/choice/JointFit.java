package org.strop.reward.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.reward.likelihood.Answer;
import org.strop.reward.likelihood.ChoiceModel;
import org.strop.reward.likelihood.Level;
import org.strop.reward.likelihood.OperatorModel;

/**
 * Weights of the features and habits of the operators that make all answers together most likely.
 *
 * <pre>
 *   max  Σ weight · ln P(answer | u, θ_operator) + ln prior(w) + Σ ln prior(θ_operator) ,   u = w·x
 * </pre>
 *
 * <p>Any mixture of choices, scores and orders. Choices and orders see only differences of u;
 * thresholds take up the zero that scores need. Concave without mistakes and lapses, so its maximum
 * is the only one; with them it is a local one near the prior's middle. Immutable.
 */
public final class JointFit {
  private final JointFitConfig config;
  private final Scale scale;
  private final double[] w;
  private final Map<String, OperatorModel> models;
  private final Map<String, double[]> theta;
  private final double logPosterior;
  private final double gradientNorm;

  private JointFit(Problem problem, Bfgs.Minimum minimum) {
    this.config = problem.config;
    this.scale = problem.scale;
    this.models = problem.models;
    this.w = problem.weights(minimum.x());
    this.theta = new LinkedHashMap<>();
    problem.models.keySet().forEach(o -> theta.put(o, problem.theta(minimum.x(), o)));
    this.logPosterior = -minimum.value();
    this.gradientNorm = minimum.gradientNorm();
  }

  /**
   * Fits.
   *
   * @param observations at least one with weight; all with the same number of features
   * @throws StropException {@code MISSING_DATA} without labels; {@code COMPUTATION} if the values
   *     are too large for a finite likelihood
   */
  public static JointFit of(JointFitConfig config, List<Observation> observations) {
    if (observations.stream().noneMatch(o -> o.weight() > 0)) {
      throw new StropException(
          ErrorCode.MISSING_DATA,
          "There is no label to fit a preference model to.",
          observations.size() + " labels, none with weight",
          "collect labels first, with a confidence above 0.");
    }
    Problem problem = new Problem(config, observations);
    Bfgs.Minimum minimum =
        Bfgs.minimize(problem::cost, problem.initial(), config.tolerance(), config.iterations());
    if (!Double.isFinite(minimum.value())) {
      throw new StropException(
          ErrorCode.COMPUTATION,
          "The likelihood of the labels is " + minimum.value() + ".",
          "preference model of " + problem.models.keySet(),
          "check the units of returns and regrets.");
    }
    return new JointFit(problem, minimum);
  }

  /** Returns the weight of each feature, logits per unit of the feature, length K. */
  public double[] weights() {
    double[] natural = new double[w.length];
    for (int k = 0; k < w.length; k++) {
      natural[k] = w[k] / scale.unit()[k];
    }
    return natural;
  }

  /** Returns the utility of a segment up to a constant, logits. */
  public double utility(double[] segment) {
    return scale.utility(segment, w);
  }

  /** Returns what was learned of an operator, in natural units, by name. */
  public Map<String, Double> operator(String operator) {
    return model(operator).describe(theta(operator));
  }

  /** Returns the operators, in order of name. */
  public List<String> operators() {
    return List.copyOf(models.keySet());
  }

  /** Returns Σ ln P + ln prior at the fit, nats, up to the prior's constant. */
  public double logPosterior() {
    return logPosterior;
  }

  /** Returns the largest component of the gradient where the fit ended. */
  public double gradientNorm() {
    return gradientNorm;
  }

  /**
   * Returns ln P of an answer, nats, without its weight. An operator who gave no such answer in the
   * fit has the prior's middle.
   */
  public double logLikelihood(Observation observation) {
    OperatorModel known = models.get(observation.operator());
    boolean fits = known != null && known.accepts(observation.answer());
    OperatorModel model = fits ? model(observation.operator()) : Problem.all(config);
    double[] at = fits ? theta(observation.operator()) : model.initial();
    return model.logLikelihood(observation.answer(), utilities(observation), at);
  }

  /**
   * Returns P(second preferred), ties counted half to each side.
   *
   * @param observation of a choice; what was answered is not looked at
   */
  public double probability(Observation observation) {
    ChoiceModel choices = new ChoiceModel(config.choices());
    int n = choices.parameters().size();
    double[] own = theta.get(observation.operator());
    boolean known = own != null && model(observation.operator()).accepts(observation.answer());
    double[] at = known ? Arrays.copyOf(theta(observation.operator()), n) : choices.initial();
    double[] p = choices.probabilities(utilities(observation), at);
    return p[2] + p[1] / 2;
  }

  private double[] utilities(Observation o) {
    return Arrays.stream(o.segments()).mapToDouble(this::utility).toArray();
  }

  private OperatorModel model(String operator) {
    OperatorModel model = models.get(operator);
    if (model == null) {
      throw new IllegalArgumentException("operator " + operator + " is none of " + operators());
    }
    return model;
  }

  private double[] theta(String operator) {
    double[] own = theta.get(operator);
    if (own == null) {
      throw new IllegalArgumentException("operator " + operator + " is none of " + operators());
    }
    return own.clone();
  }

  /** The cost of a vector of all parameters: weights first, then operator by operator. */
  private static final class Problem {
    private final JointFitConfig config;
    private final List<Observation> observations;
    private final Scale scale;
    private final int width;
    private final boolean learned;
    private final Map<String, OperatorModel> models = new TreeMap<>();
    private final Map<String, Integer> from = new TreeMap<>();
    private final int size;

    Problem(JointFitConfig config, List<Observation> observations) {
      this.config = config;
      this.observations = observations.stream().filter(o -> o.weight() > 0).toList();
      this.width = this.observations.get(0).width();
      if (this.observations.stream().anyMatch(o -> o.width() != width)) {
        throw new IllegalArgumentException("observations differ in their number of features");
      }
      this.learned = config.weight() instanceof Level.Learned;
      this.scale = learned ? Scale.of(this.observations, width) : Scale.none(width);
      Map<String, List<Answer>> answers = new TreeMap<>();
      for (Observation o : this.observations) {
        answers.computeIfAbsent(o.operator(), name -> new ArrayList<>()).add(o.answer());
      }
      int at = learned ? width : 0;
      for (Map.Entry<String, List<Answer>> entry : answers.entrySet()) {
        OperatorModel model =
            config.operator(
                has(entry.getValue(), Answer.Choice.class),
                has(entry.getValue(), Answer.Score.class),
                has(entry.getValue(), Answer.Ranking.class));
        models.put(entry.getKey(), model);
        from.put(entry.getKey(), at);
        at += model.parameters().size();
      }
      this.size = at;
    }

    static OperatorModel all(JointFitConfig config) {
      return config.operator(true, true, true);
    }

    private static boolean has(List<Answer> answers, Class<? extends Answer> kind) {
      return answers.stream().anyMatch(kind::isInstance);
    }

    double[] initial() {
      double[] x = new double[size];
      if (config.weight() instanceof Level.Learned prior) {
        Arrays.fill(x, 0, width, prior.mean());
      }
      models.forEach(
          (name, model) -> {
            double[] own = model.initial();
            System.arraycopy(own, 0, x, start(name), own.length);
          });
      return x;
    }

    private int start(String operator) {
      return java.util.Objects.requireNonNull(from.get(operator));
    }

    private OperatorModel model(String operator) {
      return java.util.Objects.requireNonNull(models.get(operator));
    }

    double[] weights(double[] x) {
      if (config.weight() instanceof Level.Fixed fixed) {
        double[] w = new double[width];
        Arrays.fill(w, fixed.value());
        return w;
      }
      return Arrays.copyOf(x, width);
    }

    double[] theta(double[] x, String operator) {
      int at = start(operator);
      return Arrays.copyOfRange(x, at, at + model(operator).parameters().size());
    }

    double cost(double[] x, double[] gradient) {
      Arrays.fill(gradient, 0);
      double[] w = weights(x);
      double sum = prior(w, gradient);
      for (Map.Entry<String, OperatorModel> entry : models.entrySet()) {
        double[] theta = theta(x, entry.getKey());
        double[] d = new double[theta.length];
        sum -= entry.getValue().logPrior(theta, d);
        subtract(gradient, start(entry.getKey()), d, 1);
      }
      for (Observation o : observations) {
        sum -= o.weight() * answer(o, x, w, gradient);
      }
      return sum;
    }

    private double prior(double[] w, double[] gradient) {
      double sum = 0;
      if (config.weight() instanceof Level.Learned l) {
        for (int k = 0; k < w.length; k++) {
          double d = (w[k] - l.mean()) / l.deviation();
          sum += 0.5 * d * d;
          gradient[k] += d / l.deviation();
        }
      }
      return sum;
    }

    private double answer(Observation o, double[] x, double[] w, double[] gradient) {
      double[][] segments = o.segments();
      double[] u = new double[segments.length];
      for (int i = 0; i < u.length; i++) {
        u[i] = scale.utility(segments[i], w);
      }
      double[] du = new double[u.length];
      double[] theta = theta(x, o.operator());
      double[] d = new double[theta.length];
      double value = model(o.operator()).logLikelihood(o.answer(), u, theta, du, d);
      subtract(gradient, start(o.operator()), d, o.weight());
      for (int i = 0; learned && i < u.length; i++) {
        for (int k = 0; k < width; k++) {
          gradient[k] -=
              o.weight() * du[i] * ((segments[i][k] - scale.centre()[k]) / scale.unit()[k]);
        }
      }
      return value;
    }

    private static void subtract(double[] target, int from, double[] values, double factor) {
      for (int i = 0; i < values.length; i++) {
        target[from + i] -= factor * values[i];
      }
    }
  }
}
