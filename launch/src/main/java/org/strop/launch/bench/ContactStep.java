package org.strop.launch.bench;

import org.strop.sim.cell.BladePose;
import org.strop.sim.cell.PeelingCell;
import org.strop.sim.task.TaskConfig;

/**
 * The whole control step in contact, one for each {@link #run}: dynamics, impedance, contact and
 * cutting, friction, sensors. Stroke after stroke along a cucumber, each on a fresh one: down onto
 * it in 0.3 s, then a feed of 25 mm/s. At rest, pressed down, joints stick and a step costs a
 * third; so the blade moves as it does at work. Setting a stroke up counts as well.
 */
final class ContactStep implements Runnable {
  private static final double START_M = 0.02;
  private static final double FEED_M_PER_S = 0.025;
  private static final double ABOVE_M = 0.01;
  private static final double DEPTH_M = 0.009;
  private static final double DOWN_S = 0.3;
  private static final double ATTACK_RAD = 0.4;

  /** Control steps of a stroke: 3.3 s. */
  static final int STROKE = 3300;

  private final TaskConfig task;
  private final int samplesPerTick;
  private final float[] pose = new float[7];
  private final float[] wrench = new float[6];
  private final float[] cut = new float[4];
  private PeelingCell cell;
  private int step;
  private long ticks;
  private long cutting;
  private double forceSum;

  /** Creates a cell whose sensors run at the rate of the control. */
  ContactStep(TaskConfig task) {
    this.task = task;
    cell = new PeelingCell(task, "cucumber", 1);
    samplesPerTick = task.sensorRateHz() / task.policyRateHz();
    if (task.sensorRateHz() != task.substepRateHz()) {
      throw new IllegalArgumentException("sensor_rate_hz must be substep_rate_hz");
    }
  }

  @Override
  public void run() {
    if (step == STROKE) {
      cell = new PeelingCell(task, "cucumber", 1);
      step = 0;
    }
    if (step % samplesPerTick == 0) {
      count();
      command((double) step / task.substepRateHz());
    }
    cell.advanceSample();
    step++;
  }

  private void command(double timeS) {
    double down = Math.min(1, timeS / DOWN_S);
    double x = START_M + FEED_M_PER_S * Math.max(0, timeS - DOWN_S);
    double z = cell.produce().heightAt(x) + ABOVE_M - down * (ABOVE_M + DEPTH_M);
    new BladePose(x, 0, z, ATTACK_RAD - Math.atan(cell.slopeAt(x))).write(pose);
    cell.command(pose);
  }

  private void count() {
    cell.observe(pose, wrench, cut);
    double f = wrench[0] * wrench[0] + wrench[1] * wrench[1] + wrench[2] * wrench[2];
    forceSum += Math.sqrt(f);
    cutting += cut[0] > 0 || cut[2] > 0 ? 1 : 0; // a strip, or contact without one
    ticks++;
  }

  /** Returns the mean force that the wrist read, N. */
  double forceN() {
    return forceSum / ticks;
  }

  /** Returns the share of the steps in which the blade cut or slid on the produce. */
  double contactShare() {
    return (double) cutting / ticks;
  }
}
