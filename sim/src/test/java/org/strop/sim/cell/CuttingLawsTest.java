package org.strop.sim.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.strop.sim.task.TaskConfig;

/** Laws of cutting: width, toughness, slicing, the start of a cut, friction. */
class CuttingLawsTest {
  private final TaskConfig task = Bench.task();

  /** The sums across an edge at a depth in fresh produce. */
  private static Engagement engaged(TaskConfig task, double radius, double tough, double depth) {
    var even = Bench.even(tough, 1, radius, Bench.STIFFNESS);
    HeightField field = new HeightField(new Produce("bench", even, 1), 0.002, 0.03, new StripLog());
    Engagement engaged = new Engagement(field, task.blade());
    engaged.place(0.1, 0);
    engaged.sum(depth, 1, false);
    return engaged;
  }

  @Test
  void theStripIsAsWideAsTheChordAndNeverWiderThanTheBlade() {
    for (double radius : new double[] {0.015, 0.02, 0.035}) {
      for (double t : new double[] {0.0005, 0.001, 0.002}) {
        double chord = 2 * Math.sqrt(2 * radius * t - t * t);
        assertThat(engaged(task, radius, 1, t).width).isCloseTo(chord, within(0.02 * chord));
      }
    }
    TaskConfig narrow = Bench.task("blade.width_m=0.006");
    assertThat(engaged(narrow, 0.035, 1, 0.001).width).isBetween(0.0045, 0.0075);
  }

  @Test
  void theCuttingForceGrowsWithWidthAndInProportionToToughness() {
    double last = 0;
    for (double radius : new double[] {0.012, 0.018, 0.026, 0.038}) {
      Engagement at = engaged(task, radius, 1, 0.001);
      assertThat(at.fracture + at.flow).isGreaterThan(1.1 * last);
      last = at.fracture + at.flow;
    }
    double one = engaged(task, 0.02, 1, 0.001).fracture;
    assertThat(engaged(task, 0.02, 2.5, 0.001).fracture).isCloseTo(2.5 * one, within(1e-12));
    double deep = engaged(task, 0.02, 1, 0.002).flow;
    assertThat(deep).isGreaterThan(2 * engaged(task, 0.02, 1, 0.001).flow); // wider and thicker
  }

  @Test
  void thePulledForceIsFrictionPlusTheSumsAcrossTheEdge() {
    Bench bench = cutting(task);
    Engagement at = engaged(task, Bench.RADIUS, 1, bench.blade.cutting.depthOfCut());
    double speed = bench.blade.cutting.alongSpeed();
    double rate =
        1 + task.cutting().rateFactor() * Math.log1p(speed / task.cutting().rateSpeedMPerS());
    double expected =
        rate * (at.fracture + at.flow) + 0.35 * bench.blade.cutting.normalForce(); // T + μ N
    assertThat(bench.blade.cutting.dragForce()).isCloseTo(expected, within(0.02 * expected));
  }

  private static Bench cutting(TaskConfig task) {
    Bench bench = new Bench(task, 1, 1);
    bench.press(0.009, 0.4, 0.5);
    bench.feed(0.025, 2);
    assertThat(bench.blade.cutting.depthOfCut()).isGreaterThan(0.0005);
    return bench;
  }

  @Test
  void slicingLowersTheForcesAsAtkinsXuAndJeronimidisHaveIt() {
    Bench bench = cutting(task);
    double[] none = fracture(bench, 0);
    for (double slicePush : new double[] {0.5, 1, 2, 4}) {
      double[] force = fracture(bench, slicePush);
      double square = slicePush * slicePush;
      assertThat(force[0]).isCloseTo(none[0] / (1 + square), within(1e-9)); // V = R w / (1 + ξ²)
      assertThat(force[1]).isCloseTo(slicePush * none[0] / (1 + square), within(1e-9)); // H = ξ V
      assertThat(Math.hypot(force[0], force[1])).isLessThan(none[0]);
    }
  }

  /** Forces to part the material across and along the edge, N, at a slice-push ratio. */
  private static double[] fracture(Bench bench, double slicePush) {
    EdgeState edge = new EdgeState();
    bench.gantry.edge(edge);
    edge.vy = slicePush * edge.vx;
    ContactLoad load = new ContactLoad();
    Cutting cutting = bench.blade.cutting;
    cutting.meet(edge, load);
    cutting.press(edge, 1.5, load);
    double friction = 0.35 * cutting.normalForce() / Math.hypot(edge.vx, edge.vy);
    double drag = load.dragAcross - friction;
    return new double[] {drag * edge.vx, drag * edge.vy};
  }

  @Test
  void sawingTakesAThickerStripUnderTheSameCommand() {
    Bench still = new Bench(task, 1, 1);
    still.press(0.008, 0.4, 0.5);
    Bench saw = new Bench(task, 1, 1);
    saw.press(0.008, 0.4, 0.5);
    double t = still.saw(0.025, 0, 2, 3);
    assertThat(saw.saw(0.025, 0.004, 2, 3)).isGreaterThan(1.03 * t);
  }

  @Test
  void theEdgeSkidsUntilTheForceToStartACutIsReached() {
    double sharp = biteForce(task);
    double blunt = biteForce(Bench.task("blade.edge_radius_m=0.00006"));
    assertThat(sharp).isGreaterThan(0.5);
    assertThat(blunt).isGreaterThan(1.3 * sharp);
  }

  /** Feeds while the equilibrium sinks slowly; returns the normal force at which the cut starts. */
  private static double biteForce(TaskConfig task) {
    Bench bench = new Bench(task, 1, 1);
    bench.press(0.0002, 0.4, 0.5);
    double skid = 0;
    for (int i = 0; i < 8000; i++) {
      bench.gantry.x.equilibrium += 0.02 * bench.dt;
      bench.gantry.z.equilibrium -= 0.0015 * bench.dt;
      bench.blade.substep();
      if (bench.blade.cutting.depthOfCut() > 0) {
        double needed = bench.blade.cutting.criticalForce();
        assertThat(bench.blade.cutting.normalForce()).isCloseTo(needed, within(0.05 * needed));
        assertThat(skid).as("skidded before").isGreaterThan(0.005);
        return bench.blade.cutting.normalForce();
      }
      skid += bench.blade.cutting.touching() ? bench.blade.cutting.alongSpeed() * bench.dt : 0;
    }
    throw new AssertionError("no bite");
  }

  @Test
  void belowTheFrictionConeTheBladeSticksAndAboveItSlides() {
    assertThat(slide(0.8)).isLessThan(0.0022); // creeps: at most the regularising speed, 2 mm/s
    assertThat(slide(1.3)).isGreaterThan(0.004);
  }

  /** Pushes a pressed blade sideways by a share of μ N for 1 s; returns how far it went, m. */
  private double slide(double share) {
    Bench bench = new Bench(task, 1, 1);
    bench.press(0.004, 0.4, 1);
    double force = share * 0.35 * bench.blade.cutting.normalForce();
    double from = bench.gantry.y.position;
    for (int i = 0; i < 1000; i++) { // a constant force, whatever the position
      bench.gantry.y.equilibrium = bench.gantry.y.position + force / bench.gantry.y.stiffness;
      bench.blade.substep();
    }
    return bench.gantry.y.position - from;
  }

  @Test
  void aJerkBreaksASoundStripAndASteadyHandDoesNot() {
    Bench steady = cutting(task);
    steady.feed(0.025, 0.5);
    assertThat(steady.blade.cutting.tears()).isZero();
    Bench jerked = cutting(task);
    jerked.gantry.x.equilibrium += 0.03;
    jerked.feed(0.025, 0.5);
    assertThat(jerked.blade.cutting.tears()).isPositive();
  }

  @Test
  void besideTheProduceThereIsNothingToTouch() {
    Bench bench = new Bench(task, 1, 1);
    bench.blade.reset(new BladePose(0.05, 0.08, Bench.TOP - 0.03, 0.4));
    bench.run(0.05);
    assertThat(bench.blade.cutting.touching()).isFalse();
    assertThat(bench.blade.edge.z).isEqualTo(Bench.TOP - 0.03);
  }

  @Test
  void thicknessGrowsWithTheControllersStiffnessAndHardlyHearsTheProduces() {
    double soft = Bench.thickness(Bench.task("blade.stiffness.z=900"), 0.009, 0.4, 1, 1);
    double mid = Bench.thickness(task, 0.009, 0.4, 1, 1);
    double stiff = Bench.thickness(Bench.task("blade.stiffness.z=1600"), 0.009, 0.4, 1, 1);
    assertThat(mid).isGreaterThan(1.1 * soft);
    assertThat(stiff).isGreaterThan(1.1 * mid);
    Bench hard = new Bench(task, Bench.even(1, 1, Bench.RADIUS, 2 * Bench.STIFFNESS), 1000);
    hard.press(0.009, 0.4, 0.5);
    assertThat(hard.feed(0.025, 3)).isBetween(mid, 1.15 * mid); // less of the way is depression
  }
}
