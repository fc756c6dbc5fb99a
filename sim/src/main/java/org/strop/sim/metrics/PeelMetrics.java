package org.strop.sim.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.sim.task.ProduceConfig;
import org.strop.sim.task.SuccessConfig;
import org.strop.sim.task.TaskConfig;

/**
 * What a peel was like, from its trajectory alone, recorded or rolled out.
 *
 * <p>Only {@code success} prefers the state of the produce where a rollout tells it ({@link
 * StateMetrics}); for a recording it is judged by these numbers.
 *
 * <p>Lengths along the feed are counted between the furthest points reached, so that going back
 * does not count twice. A strip is where the cut's thickness is above 0.
 *
 * @param coverage share of the stroke's length from which a strip came off, in [0, 1]
 * @param meanThicknessM mean thickness of the strip, weighted by length, m; 0 without a strip
 * @param thicknessSpreadM standard deviation of that thickness, m
 * @param fleshWastedM3 volume of the strip below the skin, m³
 * @param gouges runs of steps with a gouge
 * @param deepestGougeM depth of the deepest one beyond the limit, m
 * @param tears breaks of the strip inside the stroke
 * @param missedM length of the stroke without a strip, m
 * @param slipM length slid on the surface without cutting, m
 * @param peakForceN largest norm of the wrist force, N
 * @param meanForceN mean norm of the wrist force while cutting, N; 0 without a strip
 * @param timeOverLimitS time with that norm above the task's limit, s
 * @param jerkRmsMPerS3 root mean square of the third difference of the edge's position, m/s³
 * @param feedMPerS mean feed speed while cutting, m/s; 0 without a strip
 * @param durationS time from the first to the last step, s
 * @param success whether every condition of the task's {@code success} holds: by the produce's
 *     state for a rollout in the process, else by these numbers
 */
public record PeelMetrics(
    double coverage,
    double meanThicknessM,
    double thicknessSpreadM,
    double fleshWastedM3,
    int gouges,
    double deepestGougeM,
    int tears,
    double missedM,
    double slipM,
    double peakForceN,
    double meanForceN,
    double timeOverLimitS,
    double jerkRmsMPerS3,
    double feedMPerS,
    double durationS,
    boolean success) {

  /**
   * Computes the metrics of an episode.
   *
   * @throws IllegalArgumentException if it lacks a workpiece or a channel
   * @throws org.strop.configs.StropException if the task does not know the workpiece's kind
   */
  public static PeelMetrics of(Trajectory trajectory, TaskConfig task) {
    var workpiece =
        trajectory
            .info()
            .workpiece()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(trajectory.info().episodeId() + ": no workpiece"));
    ProduceConfig produce = task.kind(workpiece.kind());
    StripSum strip = StripSum.of(trajectory, produce, workpiece.skinThicknessM());
    ForceSum force = ForceSum.of(trajectory, task.success().forceLimitN());
    double length = produce.strokeLengthM();
    double coverage = Math.min(1, strip.length() / length);
    PeelMetrics without =
        new PeelMetrics(
            coverage,
            strip.meanThickness(),
            strip.spread(),
            strip.flesh(),
            strip.gouges(),
            strip.deepestGouge(),
            strip.tears(),
            Math.max(0, length - strip.length()),
            strip.slip(),
            force.peak(),
            force.meanCutting(),
            force.timeOverLimit(),
            jerk(trajectory),
            strip.feed(),
            (trajectory.length() - 1) / trajectory.info().rateHz(),
            false);
    boolean met = without.meets(task.success());
    return without.withSuccess(StateMetrics.success(trajectory.info()).orElse(met));
  }

  private boolean meets(SuccessConfig s) {
    return coverage >= s.minCoverage()
        && meanThicknessM >= s.minMeanThicknessM()
        && meanThicknessM <= s.maxMeanThicknessM()
        && thicknessSpreadM <= s.maxThicknessSpreadM()
        && gouges <= s.maxGouges()
        && tears <= s.maxTears()
        && peakForceN <= s.maxPeakForceN();
  }

  private PeelMetrics withSuccess(boolean yes) {
    return new PeelMetrics(
        coverage,
        meanThicknessM,
        thicknessSpreadM,
        fleshWastedM3,
        gouges,
        deepestGougeM,
        tears,
        missedM,
        slipM,
        peakForceN,
        meanForceN,
        timeOverLimitS,
        jerkRmsMPerS3,
        feedMPerS,
        durationS,
        yes);
  }

  private static double jerk(Trajectory trajectory) {
    FloatMatrix state = trajectory.channel(Channels.STATE);
    double rate3 = Math.pow(trajectory.info().rateHz(), 3);
    double sum = 0;
    int n = 0;
    for (int t = 3; t < trajectory.length(); t++) {
      for (int i = 0; i < 3; i++) {
        double j = state.get(t, i) - state.get(t - 3, i);
        j -= 3.0 * (state.get(t - 1, i) - state.get(t - 2, i)); // Δ³x
        sum += j * j * rate3 * rate3;
      }
      n++;
    }
    return n == 0 ? 0 : Math.sqrt(sum / n);
  }

  /** Returns the metrics by the names used in reports and {@code --json}; success is 0 or 1. */
  public Map<String, Double> asMap() {
    Map<String, Double> map = new LinkedHashMap<>();
    map.put("coverage", coverage);
    map.put("mean_thickness_mm", 1e3 * meanThicknessM);
    map.put("thickness_spread_mm", 1e3 * thicknessSpreadM);
    map.put("flesh_wasted_cm3", 1e6 * fleshWastedM3);
    map.put("gouges", (double) gouges);
    map.put("deepest_gouge_mm", 1e3 * deepestGougeM);
    map.put("tears", (double) tears);
    map.put("missed_mm", 1e3 * missedM);
    map.put("slip_mm", 1e3 * slipM);
    map.put("peak_force_n", peakForceN);
    map.put("mean_force_n", meanForceN);
    map.put("time_over_limit_s", timeOverLimitS);
    map.put("jerk_rms_m_per_s3", jerkRmsMPerS3);
    map.put("feed_mm_per_s", 1e3 * feedMPerS);
    map.put("duration_s", durationS);
    map.put("success", success ? 1.0 : 0.0);
    return map;
  }
}
