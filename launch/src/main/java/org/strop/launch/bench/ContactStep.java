package org.strop.launch.bench;

import org.strop.sim.cell.BladePose;
import org.strop.sim.cell.PeelingCell;
import org.strop.sim.task.TaskConfig;

/**
 * The whole control step in contact, one for each {@link #run}: dynamics, impedance, contact and
 * cutting, friction, sensors. The blade presses on a cucumber, deeper and less deep every two
 * seconds, without feed: a stroke would carry the produce off, and the contact with it.
 */
final class ContactStep implements Runnable {
  private static final double AT_M = 0.04;
  private static final double LEAST_M = 0.005;
  private static final double RANGE_M = 0.004;
  private static final double ATTACK_RAD = 0.4;
  private static final int TURN = 1000;

  private final PeelingCell cell;
  private final int samplesPerTick;
  private final float[] pose = new float[7];
  private int step;

  /** Creates a cell whose sensors run at the rate of the control. */
  ContactStep(TaskConfig task) {
    cell = new PeelingCell(task, "cucumber", 1);
    samplesPerTick = task.sensorRateHz() / task.policyRateHz();
    if (task.sensorRateHz() != task.substepRateHz()) {
      throw new IllegalArgumentException("sensor_rate_hz must be substep_rate_hz");
    }
  }

  @Override
  public void run() {
    if (step % samplesPerTick == 0) {
      command();
    }
    cell.advanceSample();
    step++;
  }

  private void command() {
    double phase = step % (2 * TURN) / (double) TURN;
    double depth = LEAST_M + RANGE_M * (phase < 1 ? phase : 2 - phase);
    double slope = Math.atan(cell.slopeAt(AT_M));
    new BladePose(AT_M, 0, cell.produce().heightAt(AT_M) - depth, ATTACK_RAD - slope).write(pose);
    cell.command(pose);
  }

  /** Returns the force that the wrist reads, N: above the sensor's bias only in contact. */
  double forceN() {
    float[] wrench = new float[6];
    cell.observe(new float[7], wrench, new float[4]);
    return Math.sqrt(wrench[0] * wrench[0] + wrench[1] * wrench[1] + wrench[2] * wrench[2]);
  }
}
