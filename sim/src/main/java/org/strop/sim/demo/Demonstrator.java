package org.strop.sim.demo;

import java.util.SplittableRandom;
import org.strop.sim.cell.BladePose;
import org.strop.sim.cell.PeelingCell;
import org.strop.sim.cell.Streams;
import org.strop.sim.task.DemonstratorConfig;
import org.strop.sim.task.TaskConfig;

/**
 * A scripted person who peels: comes down to contact, presses until the force feels right, feeds
 * along the produce while correcting force and angle, lifts at the end.
 *
 * <p>Sees the surface's slope with an error and feels the force at the wrist with noise; knows
 * neither toughness nor stiffness. Force, angle and speed aimed at are drawn for each episode from
 * a style and drift within it; now and then the hand pushes, dips or jerks. Not an optimum.
 * Deterministic by seed; one per episode, called once per policy tick.
 */
public final class Demonstrator {
  private static final int TARE_TICKS = 3;

  /** The way back is this much faster than lifting. */
  private static final double RETURN_SPEED = 2.5;

  private enum Phase {
    APPROACH,
    PRESS,
    FEED,
    LIFT,
    RETURN
  }

  private final DemonstratorConfig config;
  private final PeelingCell cell;
  private final SplittableRandom random;
  private final double dt;
  private final double stiffness;
  private final HandStyle style;
  private final double slopeError;
  private final double endX;
  private final BladePose start;
  private Phase phase = Phase.APPROACH;
  private int tick;
  private int strokes;
  private double tare;
  private double x;
  private double y;
  private double z;

  /**
   * Creates the person for one episode.
   *
   * @param cell in front of the person: read for where the surface is, how the fixture turns and
   *     where the blade starts
   */
  public Demonstrator(PeelingCell cell, long seed) {
    TaskConfig task = cell.task();
    this.cell = cell;
    config = task.demonstrator();
    start = cell.pose();
    random = Streams.DEMONSTRATOR.of(seed);
    dt = 1.0 / task.policyRateHz();
    stiffness = task.blade().stiffness().z();
    style = new HandStyle(config, dt, random);
    slopeError = config.slopeErrorRad() * random.nextGaussian();
    endX = cell.produce().config().strokeEndM() + config.endErrorM() * random.nextGaussian();
    x = start.x();
    y = start.y();
    z = start.z();
  }

  /**
   * Returns the equilibrium pose for the tick that follows an observation.
   *
   * @param state length 7, as in {@code Channels.STATE}; not modified
   * @param wrench length 6, as in {@code Channels.WRENCH}; not modified
   * @param out length 7, as in {@code Channels.ACTION}; overwritten
   */
  public void act(float[] state, float[] wrench, float[] out) {
    style.step(random);
    BladePose blade = BladePose.of(state);
    double force = feel(blade, wrench);
    switch (phase) {
      case APPROACH -> approach(force);
      case PRESS -> press(force);
      case FEED -> feed(blade, force);
      case LIFT -> lift();
      case RETURN -> goBack(blade);
    }
    tick++;
    boolean working = phase == Phase.PRESS || phase == Phase.FEED;
    double tremor = working ? style.tremor() : 0;
    double jerk = phase == Phase.FEED ? style.jerk() : 0;
    double saw = phase == Phase.FEED ? style.saw() : 0;
    new BladePose(x + jerk, y + saw, z + tremor, pitch(blade)).write(out);
  }

  /** Force along the surface's normal, N, less what the hand felt before contact. */
  private double feel(BladePose blade, float[] wrench) {
    double angle = blade.pitch() + seenSlope(blade.x()); // from the tool's z axis to the normal
    double normal = wrench[2] * Math.cos(angle) - wrench[0] * Math.sin(angle);
    if (tick < TARE_TICKS) {
      tare += normal / TARE_TICKS;
      return 0;
    }
    return normal - tare;
  }

  private double seenSlope(double at) {
    return Math.atan(cell.slopeAt(at)) + slopeError;
  }

  private double pitch(BladePose blade) {
    double level = style.angle() - seenSlope(phase == Phase.APPROACH ? start.x() : blade.x());
    return phase == Phase.APPROACH && tick < 4 ? mix(start.pitch(), level, tick / 4.0) : level;
  }

  private static double mix(double a, double b, double share) {
    return a + share * (b - a);
  }

  private void approach(double force) {
    z -= style.approachSpeed() * dt;
    if (force > config.contactForceN()) {
      phase = Phase.PRESS;
    }
  }

  private void press(double force) {
    correct(force);
    if (force > 0.7 * style.force()) {
      phase = Phase.FEED;
    }
  }

  private void feed(BladePose blade, double force) {
    correct(force);
    double step = style.feed() * dt;
    x = Math.min(x + step, blade.x() + config.leadM());
    z += Math.tan(seenSlope(blade.x())) * step;
    if (blade.x() > endX) {
      phase = Phase.LIFT;
    }
  }

  /** Moves the equilibrium by a share of what the force error is worth in travel of the spring. */
  private void correct(double force) {
    z -= config.forceGain() * (style.force() - force) / stiffness;
  }

  private void lift() {
    x += 0.5 * style.feed() * dt;
    z += config.liftSpeedMPerS() * dt;
    if (cell.strokesDone() > strokes) {
      strokes = cell.strokesDone();
      phase = Phase.RETURN;
    }
  }

  /** Up, back over the start, and down again when the fixture stands. */
  private void goBack(BladePose blade) {
    double step = RETURN_SPEED * config.liftSpeedMPerS() * dt;
    z = Math.min(start.z(), z + step);
    x = z < start.z() ? x : Math.max(start.x(), x - step);
    if (x == start.x() && !cell.turning() && blade.x() < start.x() + 0.005) {
      phase = Phase.APPROACH;
    }
  }
}
