package org.strop.sim.cell;

import java.util.Optional;
import org.strop.sim.PeelingTask;
import org.strop.sim.task.ProduceConfig;
import org.strop.sim.task.Range;
import org.strop.sim.task.TaskConfig;

/** A test bench: a blade on a straight, even piece of produce, top at z = 0.04, x from 0 to 0.3. */
final class Bench {
  static final double TOP = 0.04;
  static final double RADIUS = 0.02;
  static final double STIFFNESS = 18000;

  final TaskConfig task;
  final Produce produce;
  final Blade blade;
  final Gantry gantry;
  final double dt;

  Bench(TaskConfig task, double toughnessFactor, double flowFactor) {
    this(task, toughnessFactor, flowFactor, task.substepRateHz());
  }

  Bench(TaskConfig task, double toughnessFactor, double flowFactor, int rateHz) {
    this(task, even(toughnessFactor, flowFactor, RADIUS, STIFFNESS), rateHz);
  }

  Bench(TaskConfig task, ProduceConfig config, int rateHz) {
    this.task = task;
    produce = new Produce("bench", config, 1);
    dt = 1.0 / rateHz;
    gantry = new Gantry(task.blade());
    blade = new Blade(gantry, produce, task, dt);
  }

  static TaskConfig task(String... overrides) {
    return PeelingTask.load(overrides);
  }

  static ProduceConfig even(double toughness, double flow, double radius, double stiffness) {
    return new ProduceConfig(
        0,
        0.28,
        0.02,
        constant(TOP),
        constant(1e6),
        constant(0),
        constant(radius),
        constant(0),
        constant(0),
        constant(0),
        constant(0.03),
        constant(0.0004),
        constant(stiffness),
        constant(450 * toughness),
        constant(130 * toughness),
        constant(480000 * flow),
        constant(0.35),
        constant(0),
        constant(1),
        constant(2500000),
        constant(0),
        constant(0),
        constant(0.01),
        Optional.empty());
  }

  private static Range constant(double value) {
    return new Range(value, value);
  }

  /**
   * Places the blade above x = 0.02 at an attack angle, then holds an equilibrium below the top.
   */
  void press(double depth, double attack, double seconds) {
    blade.reset(new BladePose(0.02, 0, TOP + 0.001, attack));
    aim(new BladePose(0.02, 0, TOP - depth, attack));
    run(seconds);
  }

  /** Puts the equilibrium at a pose. */
  void aim(BladePose pose) {
    float[] command = new float[7];
    pose.write(command);
    gantry.command(command);
    gantry.interpolate(1);
  }

  /** Feeds the equilibrium forward at a speed; returns the mean depth of cut of the last half. */
  double feed(double speed, double seconds) {
    int n = (int) Math.round(seconds / dt);
    double from = gantry.x.equilibrium;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      gantry.x.equilibrium = from + speed * (i + 1) * dt;
      blade.substep();
      sum += i >= n / 2 ? blade.cutting.depthOfCut() : 0;
    }
    return sum / (n - n / 2);
  }

  /** Feeds along x while sawing along the edge; returns the mean depth of cut of the last half. */
  double saw(double speed, double amplitude, double hertz, double seconds) {
    int n = (int) Math.round(seconds / dt);
    double from = gantry.x.equilibrium;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      gantry.x.equilibrium = from + speed * (i + 1) * dt;
      gantry.y.equilibrium = amplitude * Math.sin(2 * Math.PI * hertz * i * dt);
      blade.substep();
      sum += i >= n / 2 ? blade.cutting.depthOfCut() : 0;
    }
    return sum / (n - n / 2);
  }

  void run(double seconds) {
    int n = (int) Math.round(seconds / dt);
    for (int i = 0; i < n; i++) {
      blade.substep();
    }
  }

  /** Presses, feeds 3 s at 25 mm/s, returns the thickness. */
  static double thickness(
      TaskConfig task, double depth, double attack, double toughness, double flow) {
    Bench bench = new Bench(task, toughness, flow);
    bench.press(depth, attack, 0.5);
    return bench.feed(0.025, 3);
  }
}
