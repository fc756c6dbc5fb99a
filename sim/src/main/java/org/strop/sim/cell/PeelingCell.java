package org.strop.sim.cell;

import java.util.List;
import java.util.SplittableRandom;
import org.strop.sim.task.DemonstratorConfig;
import org.strop.sim.task.TaskConfig;

/**
 * One episode of peeling. The loop of whoever drives it:
 *
 * <pre>{@code
 * PeelingCell cell = new PeelingCell(task, "cucumber", seed);
 * while (!cell.finished()) {
 *   cell.observe(state, wrench, cut);     // of the policy tick
 *   cell.command(driver.act(...));        // equilibrium pose, reached within the tick
 *   cell.advanceTick();
 * }
 * }</pre>
 *
 * <p>Between policy ticks the equilibrium moves in a straight line to the last command, as the
 * interpolator of a real controller does. Not thread-safe; {@link #advanceSample} allocates nothing
 * and never throws. A command that is not finite is ignored and counted.
 */
public final class PeelingCell {
  /** Why an episode ended. */
  public enum Outcome {
    /** Still running. */
    RUNNING,
    /** The blade left the produce past the end of the stroke. */
    COMPLETED,
    /** The time was up. */
    TIME_LIMIT
  }

  /** The blade is back for another stroke this far from the start, m. */
  private static final double BACK_M = 0.01;

  private final TaskConfig task;
  private final Produce produce;
  private final Blade blade;
  private final Fixture fixture;
  private final WristSensor sensor;
  private final int substepsPerSample;
  private final int samplesPerTick;
  private final double[] wrenchTruth = new double[6];
  private final float[] state = new float[7];
  private final float[] wrench = new float[6];
  private final float[] cut = new float[4];
  private int sample;
  private int sampleOfTick;
  private int ignoredCommands;
  private Outcome outcome = Outcome.RUNNING;

  /**
   * Sets an episode up: draws the produce and places the blade above the start of the stroke.
   *
   * @param choice a kind of produce, or {@link TaskConfig#MIXED}
   * @throws org.strop.configs.StropException if there is no such kind
   */
  public PeelingCell(TaskConfig task, String choice, long seed) {
    this(task, choice, seed, carrier(task));
  }

  /**
   * Sets an episode up with a blade that something else than the task's gantry carries.
   *
   * @param carrier owned by the cell from now on; put above the start of the stroke
   * @throws org.strop.configs.StropException if there is no such kind
   */
  public PeelingCell(TaskConfig task, String choice, long seed, Manipulator carrier) {
    this(task, produce(task, choice, seed), seed, carrier);
  }

  PeelingCell(TaskConfig task, Produce produce, long seed, Manipulator carrier) {
    this.task = task;
    this.produce = produce;
    double dt = 1.0 / task.substepRateHz();
    blade = new Blade(carrier, produce, task, dt);
    fixture = new Fixture(task.fixtureOf(produce.kind()));
    sensor = new WristSensor(task.sensor(), seed, 1.0 / task.sensorRateHz());
    substepsPerSample = task.substepRateHz() / task.sensorRateHz();
    samplesPerTick = task.sensorRateHz() / task.policyRateHz();
    blade.reset(start(seed));
    sense();
  }

  private static Manipulator carrier(TaskConfig task) {
    return task.arm()
        .map(file -> (Manipulator) ArmCarrier.load(file, task.blade()))
        .orElseGet(() -> new Gantry(task.blade()));
  }

  private static Produce produce(TaskConfig task, String choice, long seed) {
    String kind = task.kindFor(choice, seed);
    return new Produce(kind, task.kind(kind), seed);
  }

  private BladePose start(long seed) {
    SplittableRandom random = Streams.START.of(seed);
    DemonstratorConfig person = task.demonstrator();
    double x = produce.config().strokeStartM();
    double level = produce.config().heightM().middle(); // the cell is set up for the kind,
    double drop = produce.heightAt(x) - produce.heightAt(0.5 * (x + produce.config().strokeEndM()));
    double z = level + drop + person.clearanceM().draw(random); // not for the instance
    return new BladePose(
        x, 0, z, person.chosen().angleRad().middle() - Math.atan(produce.slopeAt(x)));
  }

  /**
   * Sets where the equilibrium goes within the next policy tick.
   *
   * @param pose as in {@code Channels.ACTION}; not modified; ignored if not finite
   */
  public void command(float[] pose) {
    for (float value : pose) {
      if (!Float.isFinite(value)) {
        ignoredCommands++;
        return;
      }
    }
    blade.carrier.command(pose);
    sampleOfTick = 0;
  }

  /** Advances to the next policy tick. */
  public void advanceTick() {
    for (int i = 0; i < samplesPerTick; i++) {
      advanceSample();
    }
  }

  /** Advances to the next sensor sample. */
  public void advanceSample() {
    int n = samplesPerTick * substepsPerSample;
    for (int i = 1; i <= substepsPerSample; i++) {
      blade.carrier.interpolate((double) (sampleOfTick * substepsPerSample + i) / n);
      blade.substep();
    }
    sample++;
    sampleOfTick++;
    turn();
    sense();
    judge();
  }

  private void sense() {
    blade.carrier.pose(state);
    blade.carrier.wrench(blade.load, wrenchTruth);
    sensor.read(wrenchTruth, wrench);
    blade.cutting.write(cut);
  }

  private void turn() {
    if (fixture.advance(1.0 / task.sensorRateHz())) {
      blade.turnTo(fixture.angle());
    }
  }

  private void judge() {
    if (sample % samplesPerTick != 0 || finished()) {
      return;
    }
    boolean past = blade.edge.x > produce.config().strokeEndM();
    boolean back = blade.edge.x < produce.config().strokeStartM() + BACK_M;
    fixture.watch(past && blade.clearance() > task.liftOffM(), back);
    blade.cutting.stroke(fixture.strokesDone());
    if (fixture.done()) {
      outcome = Outcome.COMPLETED;
    } else if (sample / samplesPerTick >= task.maxTicks()) {
      outcome = Outcome.TIME_LIMIT;
    }
  }

  /**
   * Copies the latest sample, in the units and frames of {@code Channels}.
   *
   * @param stateOut length 7, overwritten
   * @param wrenchOut length 6, overwritten
   * @param cutOut length 4, overwritten
   */
  public void observe(float[] stateOut, float[] wrenchOut, float[] cutOut) {
    System.arraycopy(state, 0, stateOut, 0, state.length);
    System.arraycopy(wrench, 0, wrenchOut, 0, wrench.length);
    System.arraycopy(cut, 0, cutOut, 0, cut.length);
  }

  /** Returns the pose of the blade. */
  public BladePose pose() {
    return new BladePose(blade.edge.x, blade.edge.y, blade.edge.z, blade.edge.pitch);
  }

  /** Returns the names of the carrier's joints, in the order of {@link #joints}. */
  public List<String> jointNames() {
    return blade.carrier.jointNames();
  }

  /** Writes the carrier's joint positions, velocities and efforts, in SI units, one each. */
  public void joints(double[] positions, double[] velocities, double[] efforts) {
    blade.carrier.joints(positions, velocities, efforts);
  }

  /**
   * Puts a joint's brake on or off: the joint stands still while it is on.
   *
   * @param joint index into {@link #jointNames}
   * @return whether the carrier has brakes
   */
  public boolean brake(int joint, boolean on) {
    return blade.carrier.brake(joint, on);
  }

  /**
   * Takes the wrist sensor's mean reading of the last 0.1 s as its new zero, from the next sample
   * on. Thread-safe.
   */
  public void tare() {
    sensor.tare();
  }

  /** Returns what is being peeled. */
  public Produce produce() {
    return produce;
  }

  /** Returns what is left of it; changes as the episode goes on. */
  public ProduceView view() {
    return blade.field;
  }

  /** Returns dz/dx of the fresh surface that is up at the fixture's present turn, at x (m). */
  public double slopeAt(double x) {
    return blade.field.slopeAt(x);
  }

  /** Returns the number of strokes finished. */
  public int strokesDone() {
    return fixture.strokesDone();
  }

  /** Returns whether the fixture is turning. */
  public boolean turning() {
    return fixture.turning();
  }

  /** Returns the task. */
  public TaskConfig task() {
    return task;
  }

  /** Returns the number of sensor samples since the start. */
  public int sample() {
    return sample;
  }

  /** Returns the number of policy ticks since the start. */
  public int tick() {
    return sample / samplesPerTick;
  }

  /** Returns whether the episode is over; only a policy tick ends it. */
  public boolean finished() {
    return outcome != Outcome.RUNNING;
  }

  /** Returns why the episode ended. */
  public Outcome outcome() {
    return outcome;
  }

  /** Returns how often the strip tore. */
  public int tears() {
    return blade.cutting.tears();
  }

  /** Returns how often the edge went into the flesh beyond a gouge's depth. */
  public int gouges() {
    return blade.cutting.gouges();
  }

  /** Returns the largest contact force of all substeps so far, N, without the sensor's errors. */
  public double peakForceN() {
    return blade.peakForce();
  }

  /** Returns the time with that force above the task's limit, s. */
  public double timeOverLimitS() {
    return blade.timeOverLimit();
  }

  /** Returns how many commands were ignored because they were not finite. */
  public int ignoredCommands() {
    return ignoredCommands;
  }

  Blade blade() {
    return blade;
  }
}
