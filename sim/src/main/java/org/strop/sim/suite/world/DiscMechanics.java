package org.strop.sim.suite.world;

import java.util.List;
import java.util.SplittableRandom;
import org.strop.sim.suite.scene.Point;
import org.strop.sim.suite.scene.SceneShape;
import org.strop.sim.suite.task.ObjectColumn;
import org.strop.sim.suite.task.Pushed;
import org.strop.sim.suite.task.SuiteTask;

/** A disc that slides on the table, and may fall into a hole; see {@link Pushed}. */
final class DiscMechanics implements Mechanics, Body {
  private static final double GRAVITY = 9.81;
  private static final double LEAD_M = 0.03;
  private static final double BESIDE_M = 0.008;
  private static final int GOAL = 0x4caf50;

  private final Pushed config;
  private final Hand hand;
  private final Contact contact;
  private final double h;
  private final double tolerance;
  private final double touchFriction;
  private final Solid[] fixed;
  private final Probe probe = new Probe();

  // state; the middle of the disc's lower face
  private final double[] c = new double[3];
  private final double[] v = new double[3];
  private final double[] goal = new double[3];
  private double startDistance;

  private double pressed; // impulse from above in this substep, N s

  DiscMechanics(SuiteTask task, Pushed config, Hand hand, Contact contact, double h) {
    this.config = config;
    this.hand = hand;
    this.contact = contact;
    this.h = h;
    tolerance = task.success().tolerance();
    touchFriction = task.hand().friction();
    fixed = config.fixed().stream().map(Solid::of).toArray(Solid[]::new);
  }

  @Override
  public void reset(SplittableRandom random) {
    Guide.set(c, config.startX().draw(random), config.startY().draw(random), 0);
    Guide.set(v, 0, 0, 0);
    double depth = config.hole().map(hole -> -hole.depthM()).orElse(0.0);
    Guide.set(goal, config.goalX().draw(random), config.goalY().draw(random), depth);
    startDistance = left();
  }

  @Override
  public void act() {
    pressed = 0;
    touchHand();
    for (Solid solid : fixed) {
      touchFixed(solid);
    }
    boolean falls = unsupported();
    if (falls) {
      v[2] -= GRAVITY * h;
    } else {
      v[2] = 0;
      slideOnTable();
    }
  }

  private void touchHand() {
    double r = hand.config.radiusM();
    probe(hand.p[0], hand.p[1], hand.p[2]);
    if (probe.distance < r) {
      double x = hand.p[0] - probe.distance * probe.nx;
      double y = hand.p[1] - probe.distance * probe.ny;
      double z = hand.p[2] - probe.distance * probe.nz;
      probe.distance -= r;
      contact.resolve(hand, this, x, y, z, probe, touchFriction);
    }
  }

  /** Distance of a point to the disc, an upright cylinder. */
  private void probe(double x, double y, double z) {
    double dx = x - c[0];
    double dy = y - c[1];
    double radial = Math.sqrt(dx * dx + dy * dy);
    double ux = radial > 1e-12 ? dx / radial : 1;
    double uy = radial > 1e-12 ? dy / radial : 0;
    double half = 0.5 * config.heightM();
    double dz = z - c[2] - half;
    double outR = radial - config.radiusM();
    double outZ = Math.abs(dz) - half;
    double up = dz < 0 ? -1 : 1;
    if (outR <= 0 && outZ <= 0) {
      if (outR >= outZ) {
        probe.set(outR, ux, uy, 0);
      } else {
        probe.set(outZ, 0, 0, up);
      }
      return;
    }
    double a = Math.max(outR, 0);
    double b = Math.max(outZ, 0);
    double d = Math.sqrt(a * a + b * b);
    probe.set(d, ux * a / d, uy * a / d, up * b / d);
  }

  private void touchFixed(Solid solid) {
    double x = c[0] - goal[0];
    double y = c[1] - goal[1];
    double z = 0.5 * config.heightM();
    solid.probe(x, y, z, probe); // the disc, as wide as it is
    if (probe.distance < config.radiusM()) {
      probe.distance -= config.radiusM();
      contact.resolve(this, GROUND, c[0], c[1], z, probe, 0);
    }
    solid.probe(hand.p[0] - goal[0], hand.p[1] - goal[1], hand.p[2], probe);
    if (probe.distance < hand.config.radiusM()) {
      probe.distance -= hand.config.radiusM();
      contact.resolve(hand, GROUND, hand.p[0], hand.p[1], hand.p[2], probe, touchFriction);
    }
  }

  /** Coulomb friction of the weight and of what presses from above; it can stop, not reverse. */
  private void slideOnTable() {
    double speed = Math.hypot(v[0], v[1]);
    if (speed == 0) {
      return;
    }
    double loss = config.friction() * (GRAVITY * h + pressed / config.massKg());
    double keep = Math.max(0, speed - loss) / speed;
    v[0] *= keep;
    v[1] *= keep;
  }

  /** Whether more than half of the disc is over the hole, or it is in there already. */
  private boolean unsupported() {
    if (config.hole().isEmpty()) {
      return false;
    }
    return c[2] < 0 || Math.hypot(c[0] - goal[0], c[1] - goal[1]) < config.hole().get().radiusM();
  }

  @Override
  public void move() {
    for (int i = 0; i < 3; i++) {
      c[i] += h * v[i];
    }
    if (c[2] < goal[2]) {
      c[2] = goal[2];
      v[2] = 0;
    }
    if (c[2] < 0) {
      stayInTheHole();
    }
  }

  private void stayInTheHole() {
    double room = config.hole().orElseThrow().radiusM() - config.radiusM();
    double dx = c[0] - goal[0];
    double dy = c[1] - goal[1];
    double d = Math.hypot(dx, dy);
    if (d > room) { // tips in: slides down along the rim at a bounded speed
      double in = Math.max(room, d - h * 0.5);
      c[0] = goal[0] + dx / d * in;
      c[1] = goal[1] + dy / d * in;
      v[0] = 0;
      v[1] = 0;
    }
    double keep = Math.max(0, 1 - 20 * h); // the walls take the rest
    v[0] *= keep;
    v[1] *= keep;
  }

  @Override
  public void velocityAt(double x, double y, double z, double[] out) {
    System.arraycopy(v, 0, out, 0, 3);
  }

  @Override
  public double mobility(double x, double y, double z, double dx, double dy, double dz) {
    return (dx * dx + dy * dy) / config.massKg(); // the table holds it up
  }

  @Override
  public void push(double x, double y, double z, double jx, double jy, double jz) {
    v[0] += jx / config.massKg();
    v[1] += jy / config.massKg();
    pressed = Math.max(0, pressed - jz);
  }

  @Override
  public void state(Row row) {
    row.next(c);
    row.next(v);
    row.next(goal);
    startDistance = row.next(startDistance);
  }

  @Override
  public int observe(ObjectColumn shown, float[] out, int at) {
    double lift = shown == ObjectColumn.VELOCITY ? 0 : 0.5 * config.heightM();
    double[] from =
        switch (shown) {
          case POSITION -> c;
          case VELOCITY -> v;
          case GOAL -> goal;
          case JOINT, JOINT_SPEED, HEADING ->
              throw new IllegalStateException("a disc has no " + shown);
        };
    out[at] = (float) from[0];
    out[at + 1] = (float) from[1];
    out[at + 2] = (float) (from[2] + lift);
    return at + 3;
  }

  private double left() {
    double dx = goal[0] - c[0];
    double dy = goal[1] - c[1];
    double dz = goal[2] - c[2];
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  }

  @Override
  public double nearM() {
    if (solved()) {
      return 0;
    }
    double gap = hand.distanceTo(c[0], c[1], 0.5 * config.heightM());
    return Math.max(0, gap - config.radiusM() - hand.config.radiusM());
  }

  @Override
  public double progress() {
    return Math.max(0, 1 - left() / startDistance);
  }

  @Override
  public boolean solved() {
    return left() <= tolerance;
  }

  @Override
  public void guide(Guide out) {
    double dx = goal[0] - c[0];
    double dy = goal[1] - c[1];
    double d = Math.max(1e-9, Math.hypot(dx, dy));
    double behind = config.radiusM() + hand.config.radiusM() - 0.001;
    double z = Math.max(hand.config.low().z(), 0.5 * config.heightM());
    Guide.set(out.touch, c[0] - dx / d * behind, c[1] - dy / d * behind, z);
    Guide.set(out.out, 0, 0, 1);
    out.outLengthM = config.approachM();
    out.besideM = BESIDE_M;
    double lead = config.hole().isPresent() ? LEAD_M : Math.min(LEAD_M, 0.5 * d + 0.004);
    Guide.set(out.push, dx / d * lead, dy / d * lead, 0);
    out.gripOnTheWay = 1;
    out.gripTouching = 1;
    out.rest = config.hole().isPresent() ? c[2] < 0 : d < 0.5 * tolerance;
  }

  @Override
  public void seen(List<SceneShape> out) {
    Point goalPoint = new Point(goal[0], goal[1], 0);
    double mark = config.hole().map(Pushed.Hole::radiusM).orElse(config.radiusM() + tolerance);
    int shade = config.hole().isPresent() ? 0x3a3a3a : GOAL;
    Point above = goalPoint.plus(new Point(0, 0, 0.001));
    out.add(new SceneShape.Cylinder("goal", goalPoint, above, mark, shade));
    for (int i = 0; i < fixed.length; i++) {
      out.add(fixed[i].seen("fixed_" + i, goalPoint, 0));
    }
    Point low = new Point(c[0], c[1], c[2]);
    Point top = low.plus(new Point(0, 0, config.heightM()));
    int rgb = Integer.parseInt(config.rgb(), 16);
    out.add(new SceneShape.Cylinder("object", low, top, config.radiusM(), rgb));
    hand.seen(false, out);
  }
}
