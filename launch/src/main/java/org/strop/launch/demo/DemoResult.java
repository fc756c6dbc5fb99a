package org.strop.launch.demo;

import java.util.List;
import org.strop.launch.eval.Arm;
import org.strop.launch.eval.Comparison;
import org.strop.reward.metrics.Interval;

/**
 * What the demo found; the keys of {@code strop demo --json}.
 *
 * @param seeds one run each
 * @param episodes evaluated per arm, over all seeds
 * @param baseSuccess share of successes of the base policy
 * @param refinedSuccess of the refined policy
 * @param baseCi its Wilson interval, 95 %
 * @param refinedCi its Wilson interval, 95 %
 * @param pairedDifference of the operator's hidden utility, refined minus base, mean over seeds
 * @param standardError over seeds
 * @param controlDifference the same for the control arm (beta 0) minus base
 * @param controlStandardError over seeds
 * @param winRate share of instances on which the operator likes refined better than base
 * @param wallS wall time of this process, s
 * @param peakRssMb peak resident memory, this process plus simulator, MiB
 * @param report path of report.html
 */
public record DemoResult(
    List<Long> seeds,
    int episodes,
    double baseSuccess,
    double refinedSuccess,
    List<Double> baseCi,
    List<Double> refinedCi,
    double pairedDifference,
    double standardError,
    double controlDifference,
    double controlStandardError,
    double winRate,
    double wallS,
    long peakRssMb,
    String report) {
  private static final double MANY_ERRORS = 2;

  /** Summarises the seeds' results. */
  static DemoResult of(List<SeedResult> runs, double wallS, long peakRssMb, String report) {
    Arm base = Arm.pooled("base", arms(runs, SeedResult.BASE));
    Arm refined = Arm.pooled("refined", arms(runs, SeedResult.REFINED));
    Comparison gain = compare(runs, SeedResult.REFINED);
    Comparison control = compare(runs, SeedResult.CONTROL);
    return new DemoResult(
        runs.stream().map(SeedResult::seed).toList(),
        base.episodes().size(),
        base.success().value(),
        refined.success().value(),
        list(base.success().wilson()),
        list(refined.success().wilson()),
        gain.difference().mean(),
        gain.difference().standardError(),
        control.difference().mean(),
        control.difference().standardError(),
        gain.winRate(),
        wallS,
        peakRssMb,
        report);
  }

  /** Returns an arm against base over the seeds. */
  static Comparison compare(List<SeedResult> runs, String arm) {
    return Comparison.runs(arms(runs, arm), arms(runs, SeedResult.BASE));
  }

  private static List<Arm> arms(List<SeedResult> runs, String arm) {
    return runs.stream().map(run -> run.arm(arm)).toList();
  }

  private static List<Double> list(Interval interval) {
    return List.of(interval.low(), interval.high());
  }

  /** Returns whether refined beats base by more than two standard errors over the seeds. */
  public boolean improved() {
    return pairedDifference > MANY_ERRORS * standardError;
  }

  /** Returns whether the control arm beats base by more than two standard errors. */
  public boolean controlImproved() {
    return controlDifference > MANY_ERRORS * controlStandardError;
  }
}
