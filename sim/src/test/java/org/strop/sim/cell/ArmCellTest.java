package org.strop.sim.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.configs.StropException;
import org.strop.sim.PeelingTask;
import org.strop.sim.metrics.PeelMetrics;
import org.strop.sim.rollout.DemonstrationFactory;
import org.strop.sim.task.TaskConfig;

/** The peeling cell with a seven-joint arm. */
class ArmCellTest {
  private static final String[] PERFECT_SENSOR = {
    "sensor.force_noise_n=0",
    "sensor.torque_noise_nm=0",
    "sensor.force_bias_n=0",
    "sensor.torque_bias_nm=0",
    "sensor.force_drift_n_per_sqrt_s=0"
  };

  private static TaskConfig task(String... overrides) {
    return TaskConfig.load(
        PeelingTask.root().resolve("configs/tasks/peeling_arm.yaml"), List.of(overrides));
  }

  @Test
  void theDemonstratorPeelsWithTheArm() {
    TaskConfig task = task();
    int succeeded = 0;
    double coverage = 0;
    for (Trajectory peel : DemonstrationFactory.demonstrate(task, 12, 1)) {
      PeelMetrics metrics = PeelMetrics.of(peel, task);
      succeeded += metrics.success() ? 1 : 0;
      coverage += metrics.coverage() / 12;
      assertThat(metrics.peakForceN()).isLessThan(40);
    }
    assertThat(succeeded).isGreaterThanOrEqualTo(4);
    assertThat(coverage).isGreaterThan(0.8);
  }

  private static float[] pose(double x, double z, double pitch) {
    float[] pose = new float[7];
    new BladePose(x, 0, z, pitch).write(pose);
    return pose;
  }

  private static void hold(PeelingCell cell, float[] pose, int ticks) {
    for (int i = 0; i < ticks; i++) {
      cell.command(pose);
      cell.advanceTick();
    }
  }

  /**
   * Pressed 8 mm into the produce and at rest: wrench = K (x_eq − x), up to the drives' friction.
   */
  @Test
  void wrenchAndImpedanceAgree() {
    TaskConfig task = task(PERFECT_SENSOR);
    PeelingCell cell = new PeelingCell(task, "cucumber", 1);
    double x = cell.produce().config().strokeStartM() + 0.03;
    double z = cell.produce().heightAt(x);
    hold(cell, pose(x, z + 0.01, 0.4), 30);
    hold(cell, pose(x, z - 0.008, 0.4), 40);
    float[] state = new float[7];
    float[] wrench = new float[6];
    cell.observe(state, wrench, new float[4]);
    double pitch = cell.pose().pitch();
    double fx = wrench[0] * Math.cos(pitch) + wrench[2] * Math.sin(pitch);
    double fz = -wrench[0] * Math.sin(pitch) + wrench[2] * Math.cos(pitch);
    double springZ = task.blade().stiffness().z() * (state[2] - (z - 0.008));
    double springX = task.blade().stiffness().x() * (state[0] - x);
    assertThat(fz).isGreaterThan(4).isCloseTo(springZ, within(0.5));
    assertThat(fx).isCloseTo(springX, within(0.5));
  }

  @Test
  void taringTakesTheBiasOff() {
    TaskConfig task = task("sensor.force_noise_n=0.01", "sensor.force_bias_n=5");
    PeelingCell cell = new PeelingCell(task, "cucumber", 3);
    float[] wrench = new float[6];
    float[] still = new float[7];
    cell.observe(still, wrench, new float[4]);
    hold(cell, still, 10);
    cell.observe(new float[7], wrench, new float[4]);
    double before = Math.hypot(Math.hypot(wrench[0], wrench[1]), wrench[2]);
    cell.tare();
    hold(cell, still, 1);
    cell.observe(new float[7], wrench, new float[4]);
    double after = Math.hypot(Math.hypot(wrench[0], wrench[1]), wrench[2]);
    assertThat(before).isGreaterThan(1);
    assertThat(after).isLessThan(0.1);
  }

  @Test
  void theSameSeedGivesTheSamePeel() {
    TaskConfig task = task();
    assertThat(DemonstrationFactory.demonstrate(task, "apple", 4))
        .isEqualTo(DemonstrationFactory.demonstrate(task, "apple", 4));
  }

  @Test
  void aBrakedJointStandsStill() {
    PeelingCell cell = new PeelingCell(task(), "cucumber", 1);
    assertThat(cell.jointNames()).hasSize(7);
    double[] q = new double[7];
    double[] v = new double[7];
    double[] tau = new double[7];
    cell.joints(q, v, tau);
    double[] before = q.clone();
    assertThat(cell.brake(3, true)).isTrue();
    hold(cell, pose(0.08, 0.1, 0.2), 20);
    cell.joints(q, v, tau);
    assertThat(q[3]).isEqualTo(before[3]);
    assertThat(Math.abs(q[1] - before[1])).isGreaterThan(0.003);
    cell.brake(3, false);
    hold(cell, pose(0.08, 0.1, 0.2), 20);
    cell.joints(q, v, tau);
    assertThat(q[3]).isNotEqualTo(before[3]);
  }

  @Test
  void brokenCommandsAreIgnoredAndCounted() {
    PeelingCell cell = new PeelingCell(task(), "potato", 2);
    float[] broken = new float[7];
    Arrays.fill(broken, Float.NaN);
    hold(cell, broken, 5);
    hold(cell, new float[7], 5); // no direction at all: the last one stays
    hold(cell, pose(9, -9, 3), 40);
    float[] state = new float[7];
    float[] wrench = new float[6];
    cell.observe(state, wrench, new float[4]);
    for (float value : state) {
      assertThat(value).isFinite();
    }
    for (float value : wrench) {
      assertThat(value).isFinite();
    }
    assertThat(cell.ignoredCommands()).isEqualTo(5);
  }

  @Test
  void aStepMakesNoGarbage() {
    PeelingCell cell = new PeelingCell(task(), "cucumber", 1);
    double top = cell.produce().heightAt(0.03);
    float[] press = pose(0.03, top - 0.006, 0.4);
    hold(cell, press, 150);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 200; i++) {
      cell.advanceSample();
    }
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(bytes).as("in 2000 steps").isLessThan(4000);
  }

  @Test
  void anArmThatIsNotThereIsTold() {
    TaskConfig task = task("arm=../robots/gen4_arm.yaml");
    assertThatThrownBy(() -> new PeelingCell(task, "cucumber", 1))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("gen4_arm.yaml");
  }
}
