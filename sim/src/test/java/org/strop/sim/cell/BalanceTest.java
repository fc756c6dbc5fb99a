package org.strop.sim.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.strop.sim.task.TaskConfig;

/** Balances of power, momentum and material in contact. */
class BalanceTest {
  private final TaskConfig task = Bench.task();

  @Test
  void theToolsWorkIsStoredRubbedCutAndSheared() {
    for (double depth : new double[] {0.006, 0.009, 0.013}) {
      Bench bench = new Bench(task, 1, 1, 4000);
      bench.press(depth, 0.4, 0.5);
      bench.feed(0.025, 2);
      WorkSums work = bench.blade.cutting.work();
      double stored = bench.blade.cutting.elasticEnergy(bench.gantry.z.position);
      double gone = work.friction + work.fracture + work.flow + work.thrust + work.damping;
      assertThat(work.tool).as("depth %s", depth).isCloseTo(stored + gone, within(0.01 * gone));
      assertThat(work.fracture).isGreaterThan(0.05 * gone);
      assertThat(work.flow).isGreaterThan(0.05 * gone);
    }
  }

  @Test
  void theWorkOfCuttingIsWhatTheMissingMaterialTook() {
    Bench bench = new Bench(task, 1, 1);
    bench.press(0.009, 0.4, 0.5);
    bench.feed(0.025, 3);
    WorkSums work = bench.blade.cutting.work();
    double rate = 1 + task.cutting().rateFactor() * Math.log1p(0.025 / 0.02);
    double area = 0;
    double volume = 0;
    double fracture = 0;
    HeightField field = bench.blade.field;
    Produce produce = bench.produce;
    for (int i = 0; i < field.sections(); i++) {
      for (int j = 0; j < field.sectors(); j++) {
        double removed = field.removed(i, j);
        double r = Bench.RADIUS;
        double across = (r - removed) * Math.cos(field.angle(j)) * Sectors.STEP_RAD;
        double cell = removed > 0 ? Produce.STEP_M * r / (r - removed) * across : 0;
        double share = 1 / (1 + Math.pow(removed / produce.skinThickness, 4));
        double skin = produce.skinToughness - produce.fleshToughness;
        area += cell;
        fracture += cell * (produce.fleshToughness + share * skin);
        volume += 0.5 * (r * r - (r - removed) * (r - removed)) * Sectors.STEP_RAD * Produce.STEP_M;
      }
    }
    assertThat(area).isGreaterThan(5e-4);
    assertThat(work.fracture).isCloseTo(rate * fracture, within(0.05 * work.fracture));
    double flow = rate * produce.flowPressure * volume;
    assertThat(work.flow).isCloseTo(flow, within(0.05 * flow));
    double strips = field.strips().stream().mapToDouble(Strip::volumeM3).sum();
    assertThat(strips).isCloseTo(volume, within(0.03 * volume));
  }

  @Test
  void momentumChangesByTheImpulsesOfControllerAndContact() {
    Bench bench = new Bench(task, 1, 1);
    bench.blade.reset(new BladePose(0.02, 0, Bench.TOP + 0.002, 0.4));
    bench.aim(new BladePose(0.05, 0.01, Bench.TOP - 0.01, 0.4));
    Axis[] axes = {bench.gantry.x, bench.gantry.y, bench.gantry.z};
    double[] force = new double[3];
    for (int i = 0; i < 2000; i++) {
      double[] expected = new double[3];
      for (int a = 0; a < 3; a++) {
        expected[a] = axes[a].push(0, bench.dt); // m v + Δt K (x_eq − x)
      }
      bench.blade.substep();
      bench.blade.load.force(axes[0].velocity, axes[1].velocity, axes[2].velocity, force);
      for (int a = 0; a < 3; a++) {
        expected[a] += bench.dt * (force[a] - axes[a].damping * axes[a].velocity);
        assertThat(axes[a].inertia * axes[a].velocity).isCloseTo(expected[a], within(1e-12));
      }
    }
    assertThat(bench.blade.cutting.touching()).isTrue();
  }

  /** One stroke from x = 0.02 over about 60 mm, then off. */
  private static void stroke(Bench bench) {
    bench.press(0.009, 0.4, 0.5);
    bench.feed(0.025, 2.5);
    bench.aim(new BladePose(0.1, 0, Bench.TOP + 0.03, 0.4));
    bench.run(1);
  }

  /** Force to start a cut per width of contact at x = 0.05, N/m. */
  private static double start(Bench bench) {
    Engagement at = new Engagement(bench.blade.field, bench.task.blade());
    at.place(0.05, 0);
    at.sum(0.0003, 1, true);
    return at.critical / at.width;
  }

  @Test
  void aSecondStrokeOnTheFirstMeetsFleshAlone() {
    Bench bench = new Bench(task, 1, 1);
    double skin = start(bench);
    stroke(bench);
    double removed = bench.blade.field.removed(90, 0);
    assertThat(bench.blade.field.layer(90, 0)).isEqualTo(ProduceView.Layer.FLESH);
    assertThat(bench.blade.field.layer(90, 90)).isEqualTo(ProduceView.Layer.SKIN);
    double flesh = start(bench);
    assertThat(flesh).isLessThan(0.6 * skin);
    bench.blade.turnTo(0); // nothing turned: the same place is up
    stroke(bench);
    assertThat(bench.blade.field.removed(90, 0)).isGreaterThan(removed + 0.0004);
    assertThat(bench.blade.field.strips()).hasSize(2);
  }

  @Test
  void aStrokeBesideTheFirstBaresLessSkinAndOneFarFromItAsMuch() {
    Bench bench = new Bench(task, 1, 1);
    stroke(bench);
    int first = bare(bench);
    bench.blade.turnTo(Math.PI);
    stroke(bench);
    int second = bare(bench) - first;
    bench.blade.turnTo(Math.PI + 0.35);
    stroke(bench);
    int third = bare(bench) - first - second;
    assertThat(first).isGreaterThan(8);
    assertThat(second).isEqualTo(first);
    assertThat(third).isBetween(first / 3, first - 1);
    var strips = bench.blade.field.strips();
    assertThat(strips).hasSize(3);
    assertThat(strips.get(2).rotationRad()).isEqualTo(Math.PI + 0.35);
    assertThat(strips.get(1).volumeM3()).isCloseTo(strips.get(0).volumeM3(), within(1e-9));
  }

  /** Number of peeled sectors at x = 0.07. */
  private static int bare(Bench bench) {
    int n = 0;
    for (int j = 0; j < Sectors.COUNT; j++) {
      n += bench.blade.field.layer(90, j) == ProduceView.Layer.FLESH ? 1 : 0;
    }
    return n;
  }
}
