package org.strop.reward.knox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.strop.reward.metrics.PairedDifference;

/**
 * What the reproduction found.
 *
 * @param condition its name
 * @param pairs how many
 * @param rowsReproduced published rows of statistics that our world gives too, in all columns
 * @param distinctPairs pairs that differ, counted once with their repeats and swaps
 * @param ties labels that are neither 0 nor 1
 * @param tableDisagreements entries of the reward table that contradict the others
 * @param models partial return, regret, three weights, best
 * @param chosen which candidates the best model chose, in how many folds
 * @param scaledReturnPartialReturn of rewards learned under partial return, one a start, from
 *     decisive labels
 * @param scaledReturnRegret of rewards learned under regret, likewise
 * @param withTiesPartialReturn under partial return, with ties as labels of one half
 * @param withTiesRegret under regret, likewise
 */
public record KnoxResult(
    String condition,
    int pairs,
    int rowsReproduced,
    int distinctPairs,
    int ties,
    List<String> tableDisagreements,
    List<ModelRow> models,
    Map<String, Long> chosen,
    List<Double> scaledReturnPartialReturn,
    List<Double> scaledReturnRegret,
    List<Double> withTiesPartialReturn,
    List<Double> withTiesRegret) {
  /** Copies the lists. */
  public KnoxResult {
    tableDisagreements = List.copyOf(tableDisagreements);
    models = List.copyOf(models);
    scaledReturnPartialReturn = List.copyOf(scaledReturnPartialReturn);
    scaledReturnRegret = List.copyOf(scaledReturnRegret);
    withTiesPartialReturn = List.copyOf(withTiesPartialReturn);
    withTiesRegret = List.copyOf(withTiesRegret);
  }

  /** Returns the model of a name. */
  public ModelRow model(String name) {
    return models.stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
  }

  /** Returns the figures under the keys of the command's JSON. */
  public Map<String, Object> toMap() {
    ModelRow partial = model("partial return");
    ModelRow regret = model("regret");
    ModelRow three = model("three weights");
    ModelRow best = model("best");
    PairedDifference gain = best.minus(regret);
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("pairs", pairs);
    map.put("rows_reproduced", rowsReproduced);
    map.put("ce_partial_return", partial.crossEntropy());
    map.put("scale_partial_return", partial.coefficients()[0]);
    map.put("ce_regret", regret.crossEntropy());
    map.put("scale_regret", regret.coefficients()[0]);
    map.put("ce_three_weights", three.crossEntropy());
    map.put("cv_partial_return", partial.crossValidated());
    map.put("cv_regret", regret.crossValidated());
    map.put("cv_three_weights", three.crossValidated());
    map.put("cv_best", best.crossValidated());
    map.put("cv_best_minus_regret", gain.mean());
    map.put("cv_standard_error", gain.standardError());
    map.put("scaled_return_partial_return", scaledReturnPartialReturn);
    map.put("scaled_return_regret", scaledReturnRegret);
    return map;
  }
}
