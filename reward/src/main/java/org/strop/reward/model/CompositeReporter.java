package org.strop.reward.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.strop.policy.nn.Tensor;
import org.strop.reward.composite.CompositeConfig;
import org.strop.reward.composite.MetricConfig;
import org.strop.reward.features.FeatureScaling;

/** Puts a composite reward's report together from what its members say of the training data. */
final class CompositeReporter {
  private final CompositeConfig config;
  private final LabeledEpisodes episodes;
  private final TrainingSet set;
  private final Roles roles;
  private final Evaluated evaluated;
  private final OutputScale output;
  private final List<MetricConfig> metrics;

  CompositeReporter(
      CompositeConfig config,
      LabeledEpisodes episodes,
      TrainingSet set,
      Roles roles,
      Evaluated evaluated,
      OutputScale output) {
    this.config = config;
    this.episodes = episodes;
    this.set = set;
    this.roles = roles;
    this.evaluated = evaluated;
    this.output = output;
    this.metrics = RewardModel.metrics(config);
  }

  CompositeReport report(Map<String, Tensor> tensors, Ensemble ensemble) {
    AnswerModels answers = ((CompositeNet) ensemble.net()).answers();
    List<Map<String, Double>> described =
        answers.describe(ensemble.parameter(answers.slot()), roles.members());
    Map<String, Map<String, Double>> operators = new LinkedHashMap<>();
    for (int i = 0; i < described.size(); i++) {
      operators.put(set.side().operators().get(i), described.get(i));
    }
    return new CompositeReport(shares(), curves(tensors), concepts(), operators);
  }

  private Map<String, Double> shares() {
    float[][] parts = output.apply(evaluated.parts().orElseThrow());
    List<String> names = RewardModel.partNames(config);
    double[] sizes = new double[names.size()];
    for (float[] member : parts) {
      for (int i = 0; i < member.length; i++) {
        sizes[i % sizes.length] += Math.abs(member[i]);
      }
    }
    double total = Math.max(Double.MIN_NORMAL, java.util.Arrays.stream(sizes).sum());
    Map<String, Double> shares = new LinkedHashMap<>();
    for (int k = 0; k < sizes.length; k++) {
      shares.put(names.get(k), sizes[k] / total);
    }
    return shares;
  }

  private Map<String, List<CompositeReport.CurveValue>> curves(Map<String, Tensor> tensors) {
    Map<String, List<CompositeReport.CurveValue>> curves = new LinkedHashMap<>();
    if (metrics.isEmpty()) {
      return curves;
    }
    MonotoneMap.Curves read = new MonotoneMap.Curves(tensors, metrics.size(), config.strength());
    for (int k = 0; k < metrics.size(); k++) {
      List<CompositeReport.CurveValue> curve = new ArrayList<>();
      for (float s = -3; s <= 3; s++) {
        double sum = 0;
        for (int m = 0; m < roles.members(); m++) {
          int mean = m * (metrics.size() + 1) + k;
          sum += (read.at(m, k, s) - output.means()[mean]) / output.deviations()[m];
        }
        curve.add(new CompositeReport.CurveValue(metric(k, s), sum / roles.members()));
      }
      curves.put(metrics.get(k).name(), curve);
    }
    return curves;
  }

  /** Returns a metric in its own unit and sign. */
  private double metric(int k, float scaled) {
    int observed = metrics.size() - episodes.concepts().count();
    boolean known = k < observed;
    FeatureScaling scaling = known ? episodes.scaling() : episodes.concepts().scaling();
    int column = known ? set.width() - observed + k : k - observed;
    double signed = scaling.mean()[column] + (double) scaled * scaling.deviation()[column];
    return metrics.get(k).direction() == MetricConfig.Direction.UP ? signed : -signed;
  }

  private Map<String, ValueQuality> concepts() {
    Map<String, ValueQuality> qualities = new LinkedHashMap<>();
    int count = episodes.concepts().count();
    for (int k = 0; k < count; k++) {
      int concept = k;
      List<double[]> rows = new ArrayList<>();
      for (int piece = 0; piece < set.count(Part.THICKNESS); piece++) {
        int i = piece;
        int[] members =
            IntStream.range(0, roles.members())
                .filter(m -> roles.of(Part.THICKNESS, m, i) == Role.HOLD_OUT)
                .toArray();
        Optional<double[]> row = row(set.spans(Part.THICKNESS, i).get(0), members, concept, count);
        row.ifPresent(rows::add);
      }
      ValueQuality.of(
              rows.stream().mapToDouble(r -> r[0]).toArray(),
              rows.stream().mapToDouble(r -> r[1]).toArray())
          .ifPresent(q -> qualities.put(episodes.concepts().metrics().get(concept).name(), q));
    }
    return qualities;
  }

  /** Returns predicted and measured mean of a concept over a piece, where both are known. */
  private Optional<double[]> row(Span span, int[] members, int concept, int count) {
    double predicted = 0;
    double measured = 0;
    for (int t = span.from(); t < span.to(); t++) {
      measured += set.side().concepts()[t * count + concept] / span.length();
      for (int m : members) {
        predicted +=
            evaluated.concepts().orElseThrow()[m][t * count + concept]
                / span.length()
                / members.length;
      }
    }
    return members.length == 0 || Double.isNaN(measured)
        ? Optional.empty()
        : Optional.of(new double[] {predicted, measured});
  }
}
