package org.strop.sim.metrics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.strop.bridge.trajectory.TrajectoryInfo;
import org.strop.sim.cell.PeelingCell;
import org.strop.sim.cell.Strip;
import org.strop.sim.task.SuccessConfig;

/**
 * What a peel was like, from the state of the produce: the truth of a rollout, which no recording
 * of poses and forces holds. {@link PeelMetrics} says the same from a trajectory alone, as far as
 * one can.
 *
 * <p>The target is the stroke's length along the feed times the angle that the strokes are to peel
 * ({@code fixture} of the task). A strip's thickness is that of its middle; means are weighted by
 * length.
 *
 * @param peeledM2 area where all skin is off, anywhere, m²
 * @param thinM2 area of the target that was cut, but where skin was left, m²
 * @param missedM2 area of the target with its skin, m²
 * @param coverage peeled share of the target, in [0, 1]
 * @param strips number of strips of at least 2 mm
 * @param stripLengthM their total length, m
 * @param longestStripM the longest, m
 * @param meanThicknessM mean thickness, m; 0 without a strip
 * @param thicknessSpreadM standard deviation of the thickness, within and between strips, m
 * @param fleshWastedM3 volume cut off below the skin, m³
 * @param gouges times that the edge went deeper than a gouge
 * @param gougedM2 area cut deeper than that, m²
 * @param tears breaks of the strip in the material
 * @param peakForceN largest contact force of any substep, without the sensor's errors, N
 * @param timeOverLimitS time with that force above the task's limit, s
 * @param success whether every condition of the task's {@code success} holds
 */
public record StateMetrics(
    double peeledM2,
    double thinM2,
    double missedM2,
    double coverage,
    int strips,
    double stripLengthM,
    double longestStripM,
    double meanThicknessM,
    double thicknessSpreadM,
    double fleshWastedM3,
    int gouges,
    double gougedM2,
    int tears,
    double peakForceN,
    double timeOverLimitS,
    boolean success) {
  private static final String PREFIX = "state.";
  private static final String SUCCESS = PREFIX + "success";

  /** Reads the state of an episode; not only of a finished one. */
  public static StateMetrics of(PeelingCell cell) {
    SurfaceSum surface = SurfaceSum.of(cell);
    List<Strip> strips = cell.view().strips();
    double length = strips.stream().mapToDouble(Strip::lengthM).sum();
    double mean = 0;
    double square = 0;
    for (Strip s : strips) {
      double share = s.lengthM() / length;
      double spread = s.thicknessSpreadM();
      mean += share * s.meanThicknessM();
      square += share * (s.meanThicknessM() * s.meanThicknessM() + spread * spread);
    }
    StateMetrics without =
        new StateMetrics(
            surface.peeled(),
            surface.thin(),
            surface.missed(),
            surface.coverage(),
            strips.size(),
            length,
            strips.stream().mapToDouble(Strip::lengthM).max().orElse(0),
            mean,
            Math.sqrt(Math.max(0, square - mean * mean)),
            surface.flesh(),
            cell.gouges(),
            surface.gouged(),
            (int) strips.stream().filter(Strip::torn).count(),
            cell.peakForceN(),
            cell.timeOverLimitS(),
            false);
    return without.meets(cell.task().success()) ? without.succeeded() : without;
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

  private StateMetrics succeeded() {
    return new StateMetrics(
        peeledM2,
        thinM2,
        missedM2,
        coverage,
        strips,
        stripLengthM,
        longestStripM,
        meanThicknessM,
        thicknessSpreadM,
        fleshWastedM3,
        gouges,
        gougedM2,
        tears,
        peakForceN,
        timeOverLimitS,
        true);
  }

  /** Returns the metrics by the names used in reports and {@code --json}; success is 0 or 1. */
  public Map<String, Double> asMap() {
    Map<String, Double> map = new LinkedHashMap<>();
    map.put("peeled_cm2", 1e4 * peeledM2);
    map.put("thin_cm2", 1e4 * thinM2);
    map.put("missed_cm2", 1e4 * missedM2);
    map.put("coverage", coverage);
    map.put("strips", (double) strips);
    map.put("strip_length_mm", 1e3 * stripLengthM);
    map.put("longest_strip_mm", 1e3 * longestStripM);
    map.put("mean_thickness_mm", 1e3 * meanThicknessM);
    map.put("thickness_spread_mm", 1e3 * thicknessSpreadM);
    map.put("flesh_wasted_cm3", 1e6 * fleshWastedM3);
    map.put("gouges", (double) gouges);
    map.put("gouged_cm2", 1e4 * gougedM2);
    map.put("tears", (double) tears);
    map.put("peak_force_n", peakForceN);
    map.put("time_over_limit_s", timeOverLimitS);
    map.put("success", success ? 1.0 : 0.0);
    return map;
  }

  /** Returns the metrics as attributes of a trajectory, {@code state.NAME}. */
  public Map<String, String> asAttributes() {
    Map<String, String> attributes = new LinkedHashMap<>();
    asMap().forEach((name, value) -> attributes.put(PREFIX + name, Double.toString(value)));
    return attributes;
  }

  /**
   * Returns the numbers of a trajectory as the state tells them, or nothing for a recording.
   *
   * @return by the names of {@link #asMap}
   */
  public static Map<String, Double> read(TrajectoryInfo info) {
    Map<String, Double> map = new LinkedHashMap<>();
    info.attributes()
        .forEach(
            (key, value) -> {
              if (key.startsWith(PREFIX)) {
                map.put(key.substring(PREFIX.length()), Double.valueOf(value));
              }
            });
    return map;
  }

  /** Returns whether a rollout succeeded by its state; empty for a trajectory without that. */
  static Optional<Boolean> success(TrajectoryInfo info) {
    return Optional.ofNullable(info.attributes().get(SUCCESS)).map(text -> text.equals("1.0"));
  }
}
