package org.strop.launch.reproduce.cpl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.strop.reward.metrics.PairedDifference;

/**
 * The comparison's figures. Each seed counts once: its figure is the mean over the tasks.
 *
 * @param episodes evaluated per arm, over all tasks and seeds
 * @param dataSuccess share of the recorded episodes that solved their task
 * @param labelAgreement share of noisy labels that agree with the regrets
 * @param rows one per arm
 * @param cells one per arm and task
 * @param cplMinusBc paired difference of success
 * @param cplBeatsBc whether it is above two standard errors
 */
public record CplReport(
    List<Long> seeds,
    List<String> tasks,
    int episodes,
    double dataSuccess,
    double labelAgreement,
    List<Row> rows,
    List<Cell> cells,
    double cplMinusBc,
    double cplMinusBcStandardError,
    boolean cplBeatsBc) {

  /**
   * One arm, mean and standard error over seeds.
   *
   * @param success share of episodes that solved their task
   * @param meanReturn sum of rewards
   * @param minusBc success minus that of {@link Arm#BC}, paired by seed
   * @param returnMinusBc the same for the return
   */
  public record Row(
      Arm arm,
      double success,
      double successStandardError,
      double meanReturn,
      double returnStandardError,
      double minusBc,
      double minusBcStandardError,
      double returnMinusBc,
      double returnMinusBcStandardError) {}

  /** One arm on one task, mean over seeds. */
  public record Cell(String task, Arm arm, double success, double meanReturn) {}

  /** Returns the figures of complete results. */
  public static CplReport of(CplConfig config, List<ArmResult> results) {
    List<Row> rows = new ArrayList<>();
    List<Cell> cells = new ArrayList<>();
    for (Arm arm : config.arms()) {
      rows.add(row(config, results, arm));
      for (String task : config.tasks()) {
        List<ArmResult> own =
            results.stream().filter(r -> r.arm() == arm && r.task().equals(task)).toList();
        cells.add(
            new Cell(task, arm, mean(own, ArmResult::success), mean(own, ArmResult::meanReturn)));
      }
    }
    Row cpl = rows.get(config.arms().indexOf(Arm.CPL));
    return new CplReport(
        config.seeds(),
        config.tasks(),
        config.evaluationEpisodes() * config.tasks().size() * config.seeds().size(),
        mean(results, ArmResult::dataSuccess),
        mean(results, ArmResult::labelAgreement),
        rows,
        cells,
        cpl.minusBc(),
        cpl.minusBcStandardError(),
        cpl.minusBc() > 2 * cpl.minusBcStandardError());
  }

  private static Row row(CplConfig config, List<ArmResult> results, Arm arm) {
    PairedDifference success = level(config, results, arm, ArmResult::success);
    PairedDifference value = level(config, results, arm, ArmResult::meanReturn);
    PairedDifference gain = gain(config, results, arm, ArmResult::success);
    PairedDifference more = gain(config, results, arm, ArmResult::meanReturn);
    return new Row(
        arm,
        success.mean(),
        success.standardError(),
        value.mean(),
        value.standardError(),
        gain.mean(),
        gain.standardError(),
        more.mean(),
        more.standardError());
  }

  private static PairedDifference level(
      CplConfig config, List<ArmResult> results, Arm arm, ToDoubleFunction<ArmResult> figure) {
    double[] values = bySeed(config, results, arm, figure);
    return PairedDifference.of(values, new double[values.length]);
  }

  private static PairedDifference gain(
      CplConfig config, List<ArmResult> results, Arm arm, ToDoubleFunction<ArmResult> figure) {
    return PairedDifference.of(
        bySeed(config, results, arm, figure), bySeed(config, results, Arm.BC, figure));
  }

  private static double[] bySeed(
      CplConfig config, List<ArmResult> results, Arm arm, ToDoubleFunction<ArmResult> figure) {
    double[] means = new double[config.seeds().size()];
    Arrays.setAll(
        means,
        i ->
            mean(
                results.stream()
                    .filter(r -> r.arm() == arm && r.seed() == config.seeds().get(i))
                    .toList(),
                figure));
    return means;
  }

  private static double mean(List<ArmResult> results, ToDoubleFunction<ArmResult> figure) {
    return results.stream().mapToDouble(figure).average().orElseThrow();
  }
}
