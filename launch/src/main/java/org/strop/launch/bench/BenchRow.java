package org.strop.launch.bench;

import java.util.Optional;

/**
 * One measurement beside what it is compared with.
 *
 * @param name of the measurement
 * @param value median of the runs
 * @param unit of both values
 * @param rival what it is compared with; empty where nothing is
 * @param rivalValue the rival's median in the same process
 * @param ratio value over the rival's value
 */
public record BenchRow(
    String name,
    double value,
    String unit,
    Optional<String> rival,
    Optional<Double> rivalValue,
    Optional<Double> ratio) {
  static BenchRow alone(String name, double value, String unit) {
    return new BenchRow(name, value, unit, Optional.empty(), Optional.empty(), Optional.empty());
  }

  static BenchRow against(String name, double value, String unit, String rival, double other) {
    return new BenchRow(
        name,
        value,
        unit,
        Optional.of(rival),
        Optional.of(other),
        Optional.of(other == 0 ? Double.NaN : value / other));
  }
}
