package org.strop.launch.bench;

import org.strop.sim.cell.BladePose;
import org.strop.sim.cell.PeelingCell;
import org.strop.sim.task.TaskConfig;

/**
 * The whole control step in contact, one for each {@link #run}: dynamics, impedance, contact and
 * cutting, friction, sensors. The blade is drawn to and fro in a cucumber; each second a command
 * turns it round.
 */
final class ContactStep implements Runnable {
  private static final double FROM_M = 0.03;
  private static final double TRAVEL_M = 0.02;
  private static final double DEPTH_M = 0.006;
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
    double x = FROM_M + TRAVEL_M * (phase < 1 ? phase : 2 - phase);
    double slope = Math.atan(cell.slopeAt(x));
    new BladePose(x, 0, cell.produce().heightAt(x) - DEPTH_M, ATTACK_RAD - slope).write(pose);
    cell.command(pose);
  }
}
