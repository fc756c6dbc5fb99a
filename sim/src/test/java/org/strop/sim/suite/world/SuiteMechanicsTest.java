package org.strop.sim.suite.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.strop.configs.StropException;
import org.strop.sim.suite.act.ScriptedExpert;
import org.strop.sim.suite.task.ContactConfig;
import org.strop.sim.suite.task.SuiteTask;
import org.strop.sim.suite.task.SuiteTasks;

/** The laws that the suite's mechanics keep. */
class SuiteMechanicsTest {
  private static final double H = 0.0025;

  private static SuiteTask task(String name, String... overrides) {
    Path folder = Path.of(System.getProperty("strop.root"), "configs/tasks/suite");
    return SuiteTasks.in(folder).load(name, List.of(overrides));
  }

  /** A body of three degrees of freedom, as the disc and the cube are. */
  private static final class Lump implements Body {
    private final double mass;
    private final double[] v;

    Lump(double mass, double... v) {
      this.mass = mass;
      this.v = v;
    }

    @Override
    public void velocityAt(double x, double y, double z, double[] out) {
      System.arraycopy(v, 0, out, 0, 3);
    }

    @Override
    public double mobility(double x, double y, double z, double dx, double dy, double dz) {
      return 1 / mass;
    }

    @Override
    public void push(double x, double y, double z, double jx, double jy, double jz) {
      v[0] += jx / mass;
      v[1] += jy / mass;
      v[2] += jz / mass;
    }

    double energy() {
      return 0.5 * mass * (v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    }
  }

  private static Probe depth(double depth) {
    Probe probe = new Probe();
    probe.set(-depth, 0, 0, 1);
    return probe;
  }

  @Test
  void aContactKeepsMomentumAndItsDampingAndFrictionTakeEnergy() {
    Contact damped = new Contact(new ContactConfig(100, 1e4), H);
    Lump a = new Lump(0.5, 0.3, -0.1, -0.4);
    Lump b = new Lump(0.2, -0.2, 0, 0.1);
    double before = a.energy() + b.energy();
    double normal = damped.resolve(a, b, 0, 0, 0, depth(1e-9), 0.3);
    for (int i = 0; i < 3; i++) {
      double start = new double[] {0.5 * 0.3 - 0.2 * 0.2, -0.5 * 0.1, -0.5 * 0.4 + 0.2 * 0.1}[i];
      assertThat(0.5 * a.v[i] + 0.2 * b.v[i]).isCloseTo(start, within(1e-15));
    }
    assertThat(normal).isPositive();
    assertThat(a.energy() + b.energy()).isLessThan(before);
    assertThat(a.v[2] - b.v[2]).as("stopped, not thrown back").isCloseTo(0, within(0.005));
  }

  @Test
  void aContactNeverPulls() {
    Contact contact = new Contact(new ContactConfig(1000, 50), H);
    Lump leaving = new Lump(0.5, 0, 0, 2);
    assertThat(contact.resolve(leaving, Body.GROUND, 0, 0, 0, depth(0.001), 0.5)).isZero();
    assertThat(contact.resolve(leaving, Body.GROUND, 0, 0, 0, depth(-0.001), 0.5)).isZero();
    assertThat(leaving.v).containsExactly(0, 0, 2);
  }

  @Test
  void frictionSticksBelowItsLimitAndSlidesWithTheLimitAbove() {
    Contact contact = new Contact(new ContactConfig(1000, 0), H);
    double depth = 0.002; // 2 N: an impulse of 5 mN s
    Lump slow = new Lump(0.5, 0.004, 0, 0);
    contact.resolve(slow, Body.GROUND, 0, 0, 0, depth(depth), 0.5);
    assertThat(slow.v[0]).as("sticks").isCloseTo(0, within(1e-15));
    Lump fast = new Lump(0.5, 0.4, 0, 0);
    double normal = contact.resolve(fast, Body.GROUND, 0, 0, 0, depth(depth), 0.5);
    double stiff = H * 1000 * depth / (1 + H * H * 1000 / 0.5); // implicit: the depth it leads to
    assertThat(normal).isCloseTo(stiff, within(1e-15));
    assertThat(0.5 * (0.4 - fast.v[0])).as("slides").isCloseTo(0.5 * normal, within(1e-15));
  }

  @Test
  void theHandPressesOnAWallWithStiffnessTimesStep() {
    SuiteTask task = task("button_press");
    Hand hand = new Hand(task.hand());
    hand.reset(new SplittableRandom(1));
    Contact contact = new Contact(task.contact(), H);
    Probe wall = new Probe();
    double y = hand.p[1] + 0.05;
    double normal = 0;
    for (int t = 0; t < 60; t++) {
      hand.command(0, 0.5, 0, 0);
      for (int i = 0; i < 20; i++) {
        hand.drive(H);
        wall.set(y - hand.p[1], 0, -1, 0);
        normal = contact.resolve(hand, Body.GROUND, 0, 0, 0, wall, 0.5);
        hand.move(H);
      }
    }
    double force = 0.5 * task.hand().stiffnessNPerM() * task.hand().stepM(); // F = K x
    assertThat(normal / H).isCloseTo(force, within(1e-6));
    assertThat(task.contact().stiffnessNPerM() * (hand.p[1] - y)).isCloseTo(force, within(1e-6));
  }

  @Test
  void aSpringBringsTheButtonBackAndFrictionHoldsTheDrawer() {
    assertThat(progressAfterLettingGo("button_press")).isLessThan(0.05);
    assertThat(progressAfterLettingGo("drawer_open")).isGreaterThan(0.9);
  }

  private static double progressAfterLettingGo(String name) {
    SuiteWorld world = new SuiteWorld(task(name));
    world.reset(3);
    ScriptedExpert expert = new ScriptedExpert();
    float[] action = new float[4];
    while (!world.success()) {
      expert.act(world, action);
      world.step(action);
    }
    Guide guide = new Guide();
    for (int i = 0; i < 25; i++) {
      world.guide(guide);
      for (int k = 0; k < 3; k++) {
        action[k] = (float) guide.out[k];
      }
      world.step(action);
    }
    return world.progress();
  }

  @Test
  void aDiscThatSlidesFreelyStopsAfterVSquaredOverTwoMuG() {
    SuiteTask task = task("plate_slide", "mechanism.fixed=[]");
    SuiteWorld world = new SuiteWorld(task);
    world.reset(1);
    double[] state = new double[world.stateWidth()];
    world.save(state);
    int at = state.length - 10; // c, v, goal, start distance: the disc's own part of the row
    double x = state[at];
    state[at + 3] = 0.5; // m/s along x
    world.restore(state);
    for (int i = 0; i < 40; i++) {
      world.step(new float[4]);
    }
    world.save(state);
    double expected = 0.5 * 0.5 / (2 * 0.35 * 9.81);
    assertThat(state[at + 3]).isZero();
    assertThat(state[at] - x).isCloseTo(expected, within(0.5 * H)); // first order in the substep
  }

  @Test
  void aWeakGripLetsTheCubeSlipAndAStrongOneCarriesIt() {
    assertThat(solved("pick_and_place")).isTrue();
    assertThat(solved("pick_and_place", "hand.grip_force_n=0.5", "hand.friction=0.2")).isFalse();
  }

  private static boolean solved(String name, String... overrides) {
    SuiteWorld world = new SuiteWorld(task(name, overrides));
    world.reset(2);
    ScriptedExpert expert = new ScriptedExpert();
    float[] action = new float[4];
    while (!world.finished()) {
      expert.act(world, action);
      world.step(action);
    }
    return world.succeeded();
  }

  /** Halving the substep moves the hand and the object by less than 5 mm or 0.05 rad in 2 s. */
  @Test
  void halvingTheSubstepChangesLittle() {
    for (String name : List.of("button_press", "drawer_open", "door_open", "faucet_open")) {
      float[] coarse = after(task(name));
      float[] fine = after(task(name, "substeps=40"));
      for (int i = 0; i < coarse.length; i++) {
        assertThat(coarse[i]).as(name + ", column " + i).isCloseTo(fine[i], within(0.05f));
      }
      for (int i = 0; i < 3; i++) {
        assertThat(coarse[i]).as(name + ", hand " + i).isCloseTo(fine[i], within(0.005f));
      }
    }
  }

  /** Follows one fixed series of actions: those of the expert in a world of its own. */
  private static float[] after(SuiteTask task) {
    SuiteWorld leader = new SuiteWorld(task(task.name()));
    SuiteWorld world = new SuiteWorld(task);
    leader.reset(5);
    world.reset(5);
    ScriptedExpert expert = new ScriptedExpert();
    float[] action = new float[4];
    for (int t = 0; t < 40; t++) {
      expert.act(leader, action);
      leader.step(action);
      world.step(action);
    }
    float[] observation = new float[world.observationWidth()];
    world.observe(observation);
    return observation;
  }

  @Test
  void aSubstepThatIsTooLongIsRefused() {
    assertThatThrownBy(() -> task("drawer_open", "substeps=2"))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("hand.damping_ratio is too much for the substep")
        .hasMessageContaining("raise substeps");
  }

  @Test
  void steppingAllocatesNextToNothing() {
    SuiteWorld world = new SuiteWorld(task("door_open"));
    ScriptedExpert expert = new ScriptedExpert();
    float[] action = new float[4];
    float[] observation = new float[world.observationWidth()];
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    run(world, expert, action, observation); // classes are loaded
    long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    for (int i = 0; i < 20; i++) {
      run(world, expert, action, observation);
    }
    long bytes = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    assertThat(bytes / (20.0 * world.task().horizon())).as("bytes a step").isLessThan(8);
  }

  private static void run(
      SuiteWorld world, ScriptedExpert expert, float[] action, float[] observation) {
    world.reset(4);
    while (!world.finished()) {
      world.observe(observation);
      expert.act(world, action);
      world.step(action);
    }
  }
}
