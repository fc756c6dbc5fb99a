package org.strop.launch.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.strop.bridge.trajectory.PreferenceLabel;
import org.strop.bridge.trajectory.Provenance;
import org.strop.bridge.trajectory.ScoreLabel;
import org.strop.bridge.trajectory.SegmentRef;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.launch.label.QueryPlan;
import org.strop.reward.label.LabelSource;
import org.strop.reward.metrics.KendallTau;
import org.strop.reward.metrics.PairedDifference;
import org.strop.reward.model.ChoiceQuality;
import org.strop.reward.model.FitListener;
import org.strop.reward.model.RewardConfig;
import org.strop.reward.model.RewardFit;
import org.strop.reward.model.RewardModel;
import org.strop.reward.model.RewardTrainer;
import org.strop.sim.operator.OperatorConfig;
import org.strop.sim.operator.SimulatedOperator;
import org.strop.sim.rollout.DemonstrationFactory;
import org.strop.sim.task.TaskConfig;
import org.strop.ui.store.Query;

/** Fits rewards to simulated operators' answers and holds them against the hidden utility. */
public final class RewardStudy {
  /** Seeds of one study seed's attempts start here times the seed; fresh ones half way. */
  private static final long APART = 100_000;

  private final TaskConfig task;
  private final StudyPlan plan;
  private final LongSupplier clockNanos;

  /**
   * @param clockNanos for the times told to people
   */
  public RewardStudy(TaskConfig task, StudyPlan plan, LongSupplier clockNanos) {
    this.task = task;
    this.plan = plan;
    this.clockNanos = clockNanos;
  }

  /**
   * Fits every configuration to every operator and seed.
   *
   * @param configs by name; their seeds are replaced by nothing: a study seed changes the data only
   * @param done hears of each fit
   */
  public List<StudyRow> run(Map<String, RewardConfig> configs, Consumer<StudyRow> done) {
    List<StudyRow> rows = new ArrayList<>();
    for (long seed : plan.seeds()) {
      List<Trajectory> attempts =
          DemonstrationFactory.demonstrate(task, plan.attempts(), APART * seed);
      List<Trajectory> fresh =
          DemonstrationFactory.demonstrate(task, plan.fresh(), APART * seed + APART / 2);
      for (OperatorConfig operator : plan.operators()) {
        SimulatedOperator judge = new SimulatedOperator(operator, task, seed);
        LabelSource labels = labels(judge, attempts, seed);
        double[] utility = fresh.stream().mapToDouble(judge::utility).toArray();
        configs.forEach(
            (name, config) -> {
              StudyRow row =
                  fit(name, config, operator.name(), seed, attempts, labels, fresh, utility);
              rows.add(row);
              done.accept(row);
            });
      }
    }
    return rows;
  }

  private LabelSource labels(SimulatedOperator judge, List<Trajectory> attempts, long seed) {
    Map<String, Trajectory> byId = new LinkedHashMap<>();
    List<ScoreLabel> scores = new ArrayList<>();
    Provenance said = new Provenance("simulated", judge.name(), 0, -1, 1);
    for (Trajectory attempt : attempts) {
      byId.put(attempt.info().episodeId(), attempt);
      SimulatedOperator.Score score = judge.score(attempt);
      String id = "s-" + attempt.info().episodeId();
      scores.add(
          new ScoreLabel(id, SegmentRef.whole(attempt), score.score(), score.causes(), said));
    }
    List<PreferenceLabel> choices = new ArrayList<>();
    for (Query query : QueryPlan.pairs(attempts, plan.pairs(), seed)) {
      Trajectory first = require(byId, query.first().episodeId());
      Trajectory second = require(byId, query.second().episodeId());
      choices.add(
          new PreferenceLabel(
              query.queryId(),
              query.first(),
              query.second(),
              judge.compare(first, second).choice(),
              said));
    }
    return LabelSource.of(choices, scores);
  }

  private static Trajectory require(Map<String, Trajectory> byId, String id) {
    return java.util.Objects.requireNonNull(byId.get(id), id);
  }

  private StudyRow fit(
      String name,
      RewardConfig config,
      String operator,
      long seed,
      List<Trajectory> attempts,
      LabelSource labels,
      List<Trajectory> fresh,
      double[] utility) {
    long start = clockNanos.getAsLong();
    RewardFit fit = RewardTrainer.train(config, attempts, labels, FitListener.NONE);
    double seconds = (clockNanos.getAsLong() - start) * 1e-9;
    try (RewardModel model = fit.model()) {
      double[] rewards = fresh.stream().mapToDouble(t -> mean(model.score(t).mean())).toArray();
      var held = fit.report().pairs();
      return new StudyRow(
          operator,
          seed,
          name,
          KendallTau.tauB(rewards, utility),
          held.map(ChoiceQuality::accuracy).orElse(Double.NaN),
          held.map(ChoiceQuality::logLoss).orElse(Double.NaN),
          held.map(ChoiceQuality::ece).orElse(Double.NaN),
          seconds);
    }
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float v : values) {
      sum += v;
    }
    return sum / values.length;
  }

  /** Returns fresh tau of a configuration minus another's, paired over seeds of an operator. */
  public static PairedDifference difference(
      List<StudyRow> rows, String operator, String config, String against) {
    return PairedDifference.of(taus(rows, operator, config), taus(rows, operator, against));
  }

  /** Returns the fresh taus of a configuration, in the order of seeds. */
  public static double[] taus(List<StudyRow> rows, String operator, String config) {
    return rows.stream()
        .filter(r -> r.operator().equals(operator) && r.config().equals(config))
        .mapToDouble(StudyRow::freshTau)
        .toArray();
  }
}
