package org.strop.reward.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.strop.reward.calibrate.CrossCalibration;
import org.strop.reward.ceiling.HumanCeiling;
import org.strop.reward.ceiling.ScoreCeiling;
import org.strop.reward.likelihood.PreferenceKind;
import org.strop.reward.metrics.Proportion;

/**
 * What a reward was fitted to and how good it is on labels that its members never saw.
 *
 * <p>Held out by episode: a member's prediction counts for a label only if no label that touches
 * the same fold of episodes was trained on. A pair between two folds is predicted by two members,
 * each of which may know one of the two episodes from other labels, but never this choice.
 *
 * @param preferenceModel what choices were taken to compare
 * @param mixtures α per member: 0 is partial return, 1 is regret
 * @param episodes trajectories given
 * @param steps of all of them
 * @param cantTell choices without information, left out
 * @param pairs held-out choices; empty where none is decisive
 * @param calibration of the held-out choices, before and after temperatures that were fitted on the
 *     choices of other folds; empty where none is decisive. The model itself is left as it is
 * @param scores held-out scores; empty where there are none
 * @param thickness held-out classes of pieces; empty where there are none
 * @param composite how the reward is made up; empty for a plain one, whose classes it replaces
 * @param ceiling the best accuracy that any model could reach on choices; empty where no pair was
 *     answered twice
 * @param scoreCeiling the largest correlation that any model could reach with scores; empty where
 *     fewer than two segments were scored twice
 * @param gains learned logits per unit of return difference, per member; empty for a composite
 * @param bestSteps where each member stopped
 * @param curve learning curves
 */
public record RewardReport(
    PreferenceKind preferenceModel,
    List<Double> mixtures,
    int episodes,
    int steps,
    int cantTell,
    Optional<ChoiceQuality> pairs,
    Optional<CrossCalibration> calibration,
    Optional<ValueQuality> scores,
    Optional<ValueQuality> thickness,
    Optional<CompositeReport> composite,
    Optional<HumanCeiling> ceiling,
    Optional<ScoreCeiling> scoreCeiling,
    List<Double> gains,
    List<Integer> bestSteps,
    List<CurvePoint> curve) {
  /** Copies the lists. */
  public RewardReport {
    mixtures = List.copyOf(mixtures);
    gains = List.copyOf(gains);
    bestSteps = List.copyOf(bestSteps);
    curve = List.copyOf(curve);
  }

  /** Returns a warning where the held-out accuracy is above the human ceiling. */
  public Optional<String> warning() {
    return ceiling.flatMap(
        c -> pairs.flatMap(p -> c.warning(new Proportion(p.accuracy() * p.n(), p.n()))));
  }

  /** Returns everything by name, ready for JSON: no NaN in it. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("preference_model", preferenceModel.key());
    map.put("mixtures", mixtures);
    map.put("episodes", episodes);
    map.put("steps", steps);
    map.put("cant_tell", cantTell);
    pairs.ifPresent(p -> map.put("pairs", p.toMap()));
    map.put("calibration", calibration.map(CrossCalibration::toMap).orElse(null));
    scores.ifPresent(s -> map.put("scores", s.toMap()));
    thickness.ifPresent(t -> map.put("thickness", t.toMap()));
    composite.ifPresent(c -> map.put("composite", c.toMap()));
    map.put("ceiling", ceiling.map(HumanCeiling::toMap).orElse(null));
    map.put("score_ceiling", scoreCeiling.map(ScoreCeiling::toMap).orElse(null));
    map.put("gains", gains);
    map.put("best_steps", bestSteps);
    List<Map<String, Object>> points = new ArrayList<>();
    for (CurvePoint point : curve) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("step", point.step());
      row.put("losses/training", point.training());
      row.put("losses/validation", Double.isNaN(point.validation()) ? null : point.validation());
      points.add(row);
    }
    map.put("curve", points);
    return map;
  }
}
