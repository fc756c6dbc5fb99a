package org.strop.bridge.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SafetyFilterTest {
  private static final double DT_S = 0.05;
  private static final double ROUNDING = 1e-12;
  private static final double[] QUIET = new double[6];

  private final SafetyLimits limits = Poses.limits();
  private final FaultLatch latch = new FaultLatch();
  private final SafetyFilter filter = new SafetyFilter(limits, latch);

  @Test
  void everyOutputIsInsideAllLimitsWhateverComesIn() {
    Properties.forAll(
        300,
        random -> {
          FaultLatch faults = new FaultLatch();
          SafetyFilter any = new SafetyFilter(limits, faults);
          double[] last = Poses.random(random, 0.99);
          double[] out = last.clone();
          assertThat(any.step(last, QUIET, last, DT_S, out)).isTrue();
          for (int k = 0; k < 30; k++) {
            double[] previous = out.clone();
            double dt = random.nextInt(10) == 0 ? nasty(random) : random.nextDouble(0.001, 0.5);
            double[] wrench = nastify(random, Poses.wrench(random, 70));
            double[] measured = nastify(random, Poses.random(random, 1.5));
            double[] command = nastify(random, Poses.random(random, 3));
            assertThat(any.step(measured, wrench, command, dt, out)).isTrue();
            assertInside(previous, out, dt);
            if (random.nextInt(4) == 0) {
              faults.clear();
            }
          }
        });
  }

  private void assertInside(double[] previous, double[] out, double dtS) {
    double dt = dtS > 0 && Double.isFinite(dtS) ? dtS : 0;
    assertThat(out).doesNotContain(Double.NaN);
    assertThat(limits.workspace().contains(out[0], out[1], out[2])).isTrue();
    assertThat(Quaternions.norm(out, 3)).isCloseTo(1, within(1e-9));
    assertThat(Poses.distance(previous, out))
        .isLessThanOrEqualTo(Math.min(limits.maxLinearMPerS() * dt, limits.maxStepM()) + ROUNDING);
    assertThat(Quaternions.angle(previous, 3, out, 3))
        .isLessThanOrEqualTo(Math.min(limits.maxAngularRadPerS() * dt, limits.maxStepRad()) + 1e-9);
  }

  @Test
  void scalingKeepsTheDirectionOfTravel() {
    Properties.forAll(
        500,
        random -> {
          SafetyFilter any = new SafetyFilter(limits, new FaultLatch());
          double[] start = Poses.random(random, 0.9);
          double[] goal = Poses.random(random, 0.9);
          double[] out = start.clone();
          any.step(start, QUIET, start, DT_S, out);
          any.step(start, Poses.wrench(random, 45), goal, DT_S, out);
          double s = any.lastScale();
          for (int i = 0; i < 3; i++) {
            assertThat(out[i]).isCloseTo(start[i] + s * (goal[i] - start[i]), within(ROUNDING));
          }
          double whole = Quaternions.angle(start, 3, goal, 3);
          assertThat(Quaternions.angle(start, 3, out, 3)).isCloseTo(s * whole, within(1e-9));
        });
  }

  @Test
  void commandInsideAllLimitsPassesBitByBit() {
    Properties.forAll(
        300,
        random -> {
          SafetyFilter any = new SafetyFilter(limits, new FaultLatch());
          double[] start = Poses.random(random, 0.9);
          double[] near = start.clone();
          for (int i = 0; i < 3; i++) {
            near[i] += random.nextDouble(-0.005, 0.005);
          }
          double[] out = new double[7];
          any.step(start, QUIET, start, DT_S, out);
          assertThat(out).containsExactly(start);
          any.step(start, QUIET, near, DT_S, out);
          assertThat(out).containsExactly(near);
          assertThat(any.limitedSteps()).isZero();
        });
  }

  @Test
  void commandOutsideTheBoxSlidesAlongItsFace() {
    double[] out = Poses.at(0.5, 0, 0.1);
    filter.step(out.clone(), QUIET, out.clone(), DT_S, out);
    filter.step(out.clone(), QUIET, Poses.at(0.9, 0.01, 0.1), DT_S, out);
    assertThat(out[0]).isEqualTo(0.5);
    assertThat(out[1]).isEqualTo(0.01);
    assertThat(filter.lastClamped()).isTrue();
  }

  @Test
  void nonFiniteInputHoldsAtTheMeasuredPoseUntilAPersonClearsTheFault() {
    double[] measured = Poses.at(0, 0, 0.1);
    double[] out = new double[7];
    filter.step(measured, QUIET, measured, DT_S, out);
    double[] broken = Poses.at(0, Double.NaN, 0.1);
    filter.step(measured, QUIET, broken, DT_S, out);
    double[] moved = Poses.at(0.01, 0, 0.1);
    for (int k = 0; k < 5; k++) {
      assertThat(filter.step(measured, QUIET, moved, DT_S, out)).isTrue();
      assertThat(out).containsExactly(measured);
    }
    assertThat(latch.first()).contains(Fault.NON_FINITE_COMMAND);
    latch.clear();
    filter.step(measured, QUIET, moved, DT_S, out);
    assertThat(out).containsExactly(moved);
  }

  @Test
  void holdStaysWhereItBeganAlthoughTheArmDrifts() {
    double[] out = new double[7];
    double[] start = Poses.at(0, 0, 0.1);
    filter.step(start, QUIET, start, DT_S, out);
    latch.raise(Fault.STALE_COMMAND);
    for (int k = 0; k < 10; k++) {
      filter.step(Poses.at(0.001 * k, 0, 0.1), QUIET, Poses.at(0.3, 0, 0.1), DT_S, out);
      assertThat(out).containsExactly(start);
    }
  }

  @Test
  void unusableMeasurementHoldsAtTheLastOutput() {
    double[] out = new double[7];
    double[] start = Poses.at(0.1, 0, 0.1);
    filter.step(start, QUIET, start, DT_S, out);
    double[] short3 = {0, 0, 0};
    assertThat(filter.step(short3, QUIET, Poses.at(0.2, 0, 0.1), DT_S, out)).isTrue();
    assertThat(out).containsExactly(start);
    assertThat(latch.first()).contains(Fault.NON_FINITE_OBSERVATION);
  }

  @Test
  void nothingIsSentBeforeThePoseIsKnownAndInTheWorkspace() {
    double[] out = {9, 9, 9, 9, 9, 9, 9};
    double[] unknown = Poses.at(Double.NaN, 0, 0);
    assertThat(filter.step(unknown, QUIET, Poses.at(0, 0, 0.1), DT_S, out)).isFalse();
    latch.clear();
    assertThat(filter.step(Poses.at(2, 0, 0.1), QUIET, Poses.at(0, 0, 0.1), DT_S, out)).isFalse();
    assertThat(out).containsOnly(9);
    assertThat(latch.first()).contains(Fault.OUTSIDE_WORKSPACE);
  }

  @Test
  void forceBetweenSoftAndHardSlowsLoadingStepsAndFreesUnloadingOnes() {
    double[] measured = Poses.at(0, 0, 0.1);
    double[] out = new double[7];
    filter.step(measured, QUIET, measured, DT_S, out);
    double[] wrench = {0, 0, 40, 0, 0, 0};
    filter.step(measured, wrench, Poses.at(0, 0, 0.092), DT_S, out);
    assertThat(out[2]).isCloseTo(0.096, within(ROUNDING)); // (50 − 40)/(50 − 30) = ½
    filter.step(measured, wrench, Poses.at(0, 0, 0.099), DT_S, out);
    assertThat(out[2]).isEqualTo(0.099);
  }

  @Test
  void hardForceLatchesAndUnloadsTowardTheMeasuredPose() {
    double[] out = new double[7];
    double[] measured = Poses.at(0, 0, 0.1);
    filter.step(measured, QUIET, measured, DT_S, out);
    filter.step(measured, QUIET, Poses.at(0, 0, 0.09), DT_S, out);
    filter.step(measured, new double[] {30, 0, 40, 0, 0, 0}, Poses.at(0, 0, 0.08), DT_S, out);
    assertThat(latch.first()).contains(Fault.FORCE_LIMIT);
    assertThat(out).containsExactly(measured);
  }

  @Test
  void unlimitedTimeStillCannotMakeOneLongStep() {
    double[] out = new double[7];
    filter.step(Poses.at(0, 0, 0.1), QUIET, Poses.at(0.4, 0, 0.1), 1000, out);
    assertThat(out[0]).isCloseTo(limits.maxStepM(), within(ROUNDING));
  }

  @Test
  void outputMayAliasTheCommand() {
    double[] command = Poses.at(0.4, 0, 0.1);
    double[] apart = new double[7];
    filter.step(Poses.at(0, 0, 0.1), QUIET, command, DT_S, apart);
    SafetyFilter again = new SafetyFilter(limits, new FaultLatch());
    again.step(Poses.at(0, 0, 0.1), QUIET, command, DT_S, command);
    assertThat(command).containsExactly(apart);
  }

  @Test
  void stepAllocatesNothing() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    SplittableRandom random = new SplittableRandom(5);
    double[][] poses = new double[64][];
    double[][] wrenches = new double[64][];
    for (int i = 0; i < 64; i++) {
      poses[i] = nastify(random, Poses.random(random, 2));
      wrenches[i] = nastify(random, Poses.wrench(random, 60));
    }
    double[] out = new double[7];
    long id = Thread.currentThread().getId();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 5; round++) { // the first rounds load classes
      long before = threads.getThreadAllocatedBytes(id);
      for (int k = 0; k < 10_000; k++) {
        filter.step(poses[k & 63], wrenches[k * 7 & 63], poses[k * 3 & 63], DT_S, out);
        if ((k & 127) == 0) {
          latch.clear();
        }
      }
      least = Math.min(least, threads.getThreadAllocatedBytes(id) - before);
    }
    assertThat(least).isLessThan(1000); // the measurement itself; 0.1 bytes a step
  }

  @Test
  void unusableLimitsAreRefusedAtStartUp() {
    SafetyLimits bad = new SafetyLimits(limits.workspace(), 0.25, 1.5, 0.02, 0.2, 50, 30, 0.2, 0.1);
    assertThatThrownBy(() -> new SafetyFilter(bad, latch))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double[] nastify(SplittableRandom random, double[] values) {
    if (random.nextInt(8) == 0) {
      values[random.nextInt(values.length)] = nasty(random);
    }
    return values;
  }

  private static double nasty(SplittableRandom random) {
    double[] choices = {
      Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e308, -1e200, 0, -1
    };
    return choices[random.nextInt(choices.length)];
  }
}
