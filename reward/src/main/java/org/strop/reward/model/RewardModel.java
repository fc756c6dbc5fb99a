package org.strop.reward.model;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.policy.nn.Tensor;
import org.strop.policy.nn.Torch;
import org.strop.policy.port.RewardSignal;
import org.strop.reward.composite.CompositeConfig;
import org.strop.reward.composite.Contributions;
import org.strop.reward.composite.MetricConfig;
import org.strop.reward.composite.MetricFeatures;
import org.strop.reward.composite.StepMetrics;
import org.strop.reward.features.CartesianForceFeatures;
import org.strop.reward.features.FeatureScaling;
import org.strop.reward.features.StepFeatures;
import org.strop.reward.likelihood.BradleyTerry;

/**
 * A trained per-step reward r(o_t, a_t) in (0, 1): mean and spread of an ensemble.
 *
 * <p>Reads only observations and actions; a trajectory needs no {@code cut} channel. Holds native
 * memory until closed. Not thread-safe.
 */
public final class RewardModel implements RewardSignal, AutoCloseable {
  /** Name of the only part of a reward without a composite. */
  public static final String NETWORK = "network";

  private final RewardConfig config;
  private final StepFeatures features;
  private final FeatureScaling scaling;
  private final Map<String, Tensor> tensors;
  private final Optional<OutputScale> output;
  private final NDManager manager;
  private final Ensemble ensemble;

  RewardModel(
      RewardConfig config, FeatureScaling scaling, Map<String, Tensor> tensors, String where) {
    this.config = config;
    this.features = featuresOf(config);
    this.scaling = scaling;
    this.tensors = Map.copyOf(tensors);
    int members = config.ensemble().members();
    this.output = config.composite().map(c -> OutputScale.load(tensors, members, where));
    RewardFitSpec spec = RewardFitSpec.of(config);
    Network net = spec.network(features.width(), AnswerModels.operators(tensors));
    this.manager = Torch.start(config.compute()).newManager();
    this.ensemble = new Ensemble(manager, net, spec.encoder(), tensors, where);
  }

  /**
   * Loads a reward.
   *
   * @param file as written by {@link #save}, or the folder that holds it
   * @throws org.strop.configs.StropException {@code MISSING_DATA}, {@code CORRUPT_DATA}, or {@code
   *     TOO_NEW} where a newer release wrote it
   */
  public static RewardModel load(Path file) {
    return RewardCheckpoint.read(file);
  }

  /** Writes the reward to a file, whole or not at all: weights, scaling and configuration. */
  public void save(Path file) {
    RewardCheckpoint.write(file, this);
  }

  static StepFeatures featuresOf(RewardConfig config) {
    StepFeatures plain = new CartesianForceFeatures(config.features().wrenchHistorySteps());
    return config
        .composite()
        .map(c -> (StepFeatures) new MetricFeatures(plain, new StepMetrics(c.metrics())))
        .orElse(plain);
  }

  /** Returns what it was trained with. */
  public RewardConfig config() {
    return config;
  }

  FeatureScaling scaling() {
    return scaling;
  }

  Map<String, Tensor> tensors() {
    return tensors;
  }

  /** {@inheritDoc} The deviation is the population's, over members. */
  @Override
  public StepRewards score(Trajectory trajectory) {
    float[][] rewards = memberRewards(trajectory);
    float[] mean = new float[trajectory.length()];
    float[] deviation = new float[trajectory.length()];
    for (int t = 0; t < mean.length; t++) {
      double sum = 0;
      double squares = 0;
      for (float[] member : rewards) {
        sum += member[t];
        squares += (double) member[t] * member[t];
      }
      double centre = sum / rewards.length;
      mean[t] = (float) centre;
      deviation[t] = (float) Math.sqrt(Math.max(0, squares / rewards.length - centre * centre));
    }
    return new StepRewards(mean, deviation);
  }

  /** Returns the reward of each step for each member, [M][T]. */
  float[][] memberRewards(Trajectory trajectory) {
    Evaluated evaluated = evaluate(trajectory);
    if (output.isEmpty()) {
      return evaluated.values();
    }
    float[][] parts = output.get().apply(evaluated.parts().orElseThrow());
    int length = trajectory.length();
    float[][] rewards = new float[parts.length][length];
    for (int m = 0; m < parts.length; m++) {
      int each = length == 0 ? 0 : parts[m].length / length;
      for (int t = 0; t < length; t++) {
        rewards[m][t] = (float) BradleyTerry.sigmoid(sum(parts[m], t * each, each));
      }
    }
    return rewards;
  }

  private static double sum(float[] values, int from, int count) {
    double sum = 0;
    for (int i = from; i < from + count; i++) {
      sum += values[i];
    }
    return sum;
  }

  private Evaluated evaluate(Trajectory trajectory) {
    float[] rows = features.of(trajectory).toArray();
    scaling.apply(rows);
    List<Span> all =
        trajectory.length() == 0 ? List.of() : List.of(new Span(0, trajectory.length()));
    return ensemble.evaluate(rows, features.width(), all);
  }

  /**
   * Returns what each part adds to each step's reward before the squash.
   *
   * <p>A reward without a composite has one part, {@value #NETWORK}, its whole logit.
   */
  public Contributions contributions(Trajectory trajectory) {
    Evaluated evaluated = evaluate(trajectory);
    int length = trajectory.length();
    Map<String, float[]> parts = new LinkedHashMap<>();
    if (output.isEmpty()) {
      float[] logits = mean(evaluated.values(), length, 1, 0, r -> Math.log(r) - Math.log1p(-r));
      parts.put(NETWORK, logits);
      return new Contributions(parts, logits);
    }
    float[][] scaled = output.get().apply(evaluated.parts().orElseThrow());
    List<String> names = partNames(config.composite().orElseThrow());
    for (int k = 0; k < names.size(); k++) {
      parts.put(names.get(k), mean(scaled, length, names.size(), k, x -> x));
    }
    float[] total = new float[length];
    parts.values().forEach(part -> add(total, part));
    return new Contributions(parts, total);
  }

  private static void add(float[] total, float[] part) {
    for (int t = 0; t < total.length; t++) {
      total[t] += part[t];
    }
  }

  private static float[] mean(
      float[][] members, int length, int each, int k, DoubleUnaryOperator of) {
    float[] mean = new float[length];
    for (int t = 0; t < length; t++) {
      double sum = 0;
      for (float[] member : members) {
        sum += of.applyAsDouble(member[t * each + k]);
      }
      mean[t] = (float) (sum / members.length);
    }
    return mean;
  }

  /** Returns the parts' names in the network's order: observed, label-side, residual. */
  static List<String> partNames(CompositeConfig composite) {
    List<String> names =
        new java.util.ArrayList<>(metrics(composite).stream().map(MetricConfig::name).toList());
    names.add(Contributions.RESIDUAL);
    return names;
  }

  /** Returns the metrics in the network's order. */
  static List<MetricConfig> metrics(CompositeConfig composite) {
    StepMetrics metrics = new StepMetrics(composite.metrics());
    List<MetricConfig> all = new java.util.ArrayList<>(metrics.observed());
    all.addAll(metrics.labelSide());
    return all;
  }

  /** Returns each member's logits per unit of return difference; empty for a composite reward. */
  public float[] gains() {
    return ensemble.gains();
  }

  @Override
  public void close() {
    ensemble.close();
    manager.close();
  }
}
