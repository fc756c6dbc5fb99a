package org.strop.sim.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.strop.sim.task.TaskConfig;

/** Laws of the blade, its controller and cutting. */
class MechanicsTest {
  private final TaskConfig task = Bench.task();

  @Test
  void atRestTheContactCarriesStiffnessTimesDeflection() {
    for (double depth : new double[] {0.002, 0.005, 0.010}) {
      Bench bench = new Bench(task, 1, 1);
      bench.press(depth, 0.4, 3);
      double spring =
          task.blade().stiffness().z() * (bench.gantry.z.position - (Bench.TOP - depth));
      assertThat(bench.blade.cutting.normalForce()).isCloseTo(spring, within(0.01 * spring));
      double[] wrench = new double[6];
      bench.gantry.wrench(bench.blade.load, wrench);
      assertThat(Math.hypot(wrench[0], wrench[2])).isCloseTo(spring, within(0.01 * spring));
    }
  }

  @Test
  void inFreeAirTheBladeReachesItsEquilibriumWithLittleOvershoot() {
    Bench bench = new Bench(task, 1, 1);
    bench.blade.reset(new BladePose(0, 0, 0.1, 0));
    bench.aim(new BladePose(0.02, 0, 0.12, 0.3));
    double highest = 0;
    for (int i = 0; i < 2000; i++) {
      bench.blade.substep();
      highest = Math.max(highest, bench.gantry.z.position);
    }
    assertThat(bench.gantry.z.position).isCloseTo(0.12, within(1e-6));
    assertThat(bench.gantry.x.position).isCloseTo(0.02, within(1e-6));
    assertThat(bench.gantry.pitch.position).isCloseTo(0.3, within(1e-6));
    // Overshoot of a second-order system: exp(−π ζ / √(1 − ζ²)) = 0.15 % at ζ = 0.9.
    assertThat(highest - 0.12).isLessThan(0.003 * 0.02);
  }

  @Test
  void thicknessGrowsWithForceAndAttackAngle() {
    double last = 0;
    for (double depth : new double[] {0.006, 0.008, 0.010, 0.012}) {
      double t = Bench.thickness(task, depth, 0.4, 1, 1);
      assertThat(t).as("depth %s", depth).isGreaterThan(last * 1.05);
      last = t;
    }
    last = 0;
    for (double attack : new double[] {0.3, 0.4, 0.5, 0.6}) {
      double t = Bench.thickness(task, 0.009, attack, 1, 1);
      assertThat(t).as("attack %s", attack).isGreaterThan(last * 1.05);
      last = t;
    }
  }

  @Test
  void thicknessFallsWithToughnessWithFlowPressureAndWithSpeed() {
    double t = Bench.thickness(task, 0.009, 0.4, 1, 1);
    assertThat(Bench.thickness(task, 0.009, 0.4, 1.5, 1)).isLessThan(0.95 * t);
    assertThat(Bench.thickness(task, 0.009, 0.4, 1, 1.5)).isLessThan(0.95 * t);
    Bench fast = new Bench(task, 1, 1);
    fast.press(0.009, 0.4, 0.5);
    assertThat(fast.feed(0.05, 3)).isLessThan(0.97 * t);
  }

  @Test
  void theForceBalanceHoldsWhileCuttingSteadily() {
    Bench bench = new Bench(task, 1, 1);
    bench.press(0.009, 0.4, 0.5);
    bench.feed(0.025, 3);
    double spring =
        task.blade().stiffness().z() * (bench.gantry.z.position - bench.gantry.z.equilibrium);
    assertThat(bench.blade.cutting.normalForce()).isCloseTo(spring, within(0.02 * spring));
    double lag = bench.gantry.x.equilibrium - bench.gantry.x.position;
    double damper = bench.gantry.x.damping * bench.gantry.x.velocity;
    double pull = task.blade().stiffness().x() * lag - damper;
    assertThat(bench.blade.cutting.dragForce()).isCloseTo(pull, within(0.02 * pull));
  }

  @Test
  void tooShallowOrTooLightSkidsAndTooSteepGouges() {
    float[] cut = new float[4];
    Bench shallow = new Bench(task, 1, 1);
    shallow.press(0.008, 0.08, 0.5);
    shallow.feed(0.025, 2);
    shallow.blade.cutting.write(cut);
    assertThat(cut[0]).isZero();
    assertThat(cut[2]).isCloseTo(0.025f, within(0.003f));

    Bench light = new Bench(task, 1, 1);
    light.press(0.0015, 0.4, 0.5);
    light.feed(0.025, 2);
    light.blade.cutting.write(cut);
    assertThat(cut[0]).isZero();
    assertThat(cut[2]).isPositive();

    Bench steep = new Bench(task, 1, 1);
    steep.press(0.012, 0.9, 0.5);
    steep.feed(0.025, 2);
    steep.blade.cutting.write(cut);
    assertThat(cut[3]).isPositive();
  }

  @Test
  void aThinStripTears() {
    Bench thin = new Bench(task, 1, 1);
    thin.press(0.0044, 0.4, 0.5);
    thin.feed(0.025, 4);
    assertThat(thin.blade.cutting.tears()).isPositive();
    Bench sound = new Bench(task, 1, 1);
    sound.press(0.010, 0.4, 0.5);
    sound.feed(0.025, 4);
    assertThat(sound.blade.cutting.tears()).isZero();
  }

  @Test
  void withoutInputEnergyOnlyFallsUpToTheStepError() {
    for (double depth : new double[] {0.003, 0.008, 0.02}) {
      assertThat(energyRise(depth, 1000)).as("depth %s", depth).isLessThan(0.03);
      assertThat(energyRise(depth, 8000)).as("depth %s", depth).isLessThan(0.004);
    }
  }

  /** Sum of all rises of the energy of a blade let loose on the produce, by its start. */
  private double energyRise(double depth, int rateHz) {
    Bench bench = new Bench(task, 1, 1, rateHz);
    bench.blade.reset(new BladePose(0.02, 0, Bench.TOP + 0.002, 0.5));
    bench.aim(new BladePose(0.06, 0.01, Bench.TOP - depth, 0.4));
    double start = bench.blade.energy();
    double last = start;
    double rise = 0;
    for (int i = 0; i < 3 * rateHz; i++) {
      bench.blade.substep();
      rise += Math.max(0, bench.blade.energy() - last);
      last = bench.blade.energy();
    }
    assertThat(last).isLessThan(0.9 * start);
    return rise / start;
  }

  @Test
  void halvingTheStepChangesThicknessByLessThanOnePercent() {
    for (double depth : new double[] {0.007, 0.009, 0.012}) {
      Bench coarse = new Bench(task, 1, 1, 1000);
      coarse.press(depth, 0.4, 0.5);
      Bench fine = new Bench(task, 1, 1, 2000);
      fine.press(depth, 0.4, 0.5);
      double t = fine.feed(0.025, 3);
      assertThat(coarse.feed(0.025, 3)).isCloseTo(t, within(0.01 * t));
    }
  }
}
