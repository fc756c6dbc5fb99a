package org.strop.sim.suite.world;

import java.util.List;
import java.util.SplittableRandom;
import org.strop.sim.suite.scene.Point;
import org.strop.sim.suite.scene.SceneShape;
import org.strop.sim.suite.task.Carried;
import org.strop.sim.suite.task.ObjectColumn;
import org.strop.sim.suite.task.SuiteTask;

/** A cube that two fingers grasp by friction; see {@link Carried}. */
final class CubeMechanics implements Mechanics, Body {
  private static final double GRAVITY = 9.81;
  private static final double BESIDE_M = 0.012;
  private static final double LEAD_M = 0.02;
  private static final int GOAL = 0x4caf50;

  private final Carried config;
  private final Hand hand;
  private final Contact contact;
  private final double h;
  private final double tolerance;
  private final double touchFriction;
  private final Probe probe = new Probe();

  // state; the middle of the cube
  private final double[] c = new double[3];
  private final double[] v = new double[3];
  private final double[] goal = new double[3];
  private double startDistance;
  private double squeeze; // the smaller normal impulse of the two fingers in the last substep, N s

  CubeMechanics(SuiteTask task, Carried config, Hand hand, Contact contact, double h) {
    this.config = config;
    this.hand = hand;
    this.contact = contact;
    this.h = h;
    tolerance = task.success().tolerance();
    touchFriction = task.hand().friction();
  }

  @Override
  public void reset(SplittableRandom random) {
    Guide.set(c, config.startX().draw(random), config.startY().draw(random), config.halfM());
    Guide.set(v, 0, 0, 0);
    double x = config.goalX().draw(random);
    Guide.set(goal, x, config.goalY().draw(random), config.goalZ().draw(random));
    startDistance = Math.max(1e-6, left());
    squeeze = 0;
  }

  @Override
  public void act() {
    v[2] -= GRAVITY * h;
    double r = hand.config.radiusM();
    double left = touch(hand.left, hand.p[1] - hand.halfOpening - r);
    double right = touch(hand.right, hand.p[1] + hand.halfOpening + r);
    squeeze = Math.min(left, right);
    probe.set(c[2] - config.halfM(), 0, 0, 1);
    contact.resolve(this, GROUND, c[0], c[1], 0, probe, config.friction());
  }

  private double touch(Body finger, double y) {
    double half = config.halfM();
    double dy = y - c[1];
    Solid.Box.probe(hand.p[0] - c[0], dy, hand.p[2] - c[2], half, half, half, probe);
    if (probe.distance >= hand.config.radiusM()) {
      return 0;
    }
    double px = hand.p[0] - probe.distance * probe.nx;
    double py = y - probe.distance * probe.ny;
    double pz = hand.p[2] - probe.distance * probe.nz;
    probe.distance -= hand.config.radiusM();
    return contact.resolve(finger, this, px, py, pz, probe, touchFriction);
  }

  @Override
  public void move() {
    for (int i = 0; i < 3; i++) {
      c[i] += h * v[i];
    }
  }

  @Override
  public void velocityAt(double x, double y, double z, double[] out) {
    System.arraycopy(v, 0, out, 0, 3);
  }

  @Override
  public double mobility(double x, double y, double z, double dx, double dy, double dz) {
    return 1 / config.massKg();
  }

  @Override
  public void push(double x, double y, double z, double jx, double jy, double jz) {
    v[0] += jx / config.massKg();
    v[1] += jy / config.massKg();
    v[2] += jz / config.massKg();
  }

  @Override
  public void state(Row row) {
    row.next(c);
    row.next(v);
    row.next(goal);
    startDistance = row.next(startDistance);
    squeeze = row.next(squeeze);
  }

  @Override
  public int observe(ObjectColumn shown, float[] out, int at) {
    double[] from =
        switch (shown) {
          case POSITION -> c;
          case VELOCITY -> v;
          case GOAL -> goal;
          case JOINT, JOINT_SPEED, HEADING ->
              throw new IllegalStateException("a cube has no " + shown);
        };
    for (int i = 0; i < 3; i++) {
      out[at + i] = (float) from[i];
    }
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
    return hand.distanceTo(c[0], c[1], c[2]);
  }

  /** Whether both fingers press on the cube from its two sides. */
  private boolean held() {
    return squeeze > 0 && Math.abs(hand.halfOpening - config.halfM()) < 0.2 * config.halfM();
  }

  @Override
  public double progress() {
    double way = Math.max(0, 1 - left() / startDistance);
    double grasped = held() ? config.graspShare() : 0;
    return grasped + (1 - config.graspShare()) * way;
  }

  @Override
  public boolean solved() {
    return left() <= tolerance;
  }

  @Override
  public void guide(Guide out) {
    Guide.set(out.touch, c[0], c[1], c[2]);
    Guide.set(out.out, 0, 0, 1);
    out.outLengthM = config.approachM();
    out.besideM = BESIDE_M;
    out.gripOnTheWay = -1;
    out.gripTouching = 1;
    out.rest = false;
    if (held()) {
      double d = left();
      double lead = d < 1e-9 ? 0 : Math.min(1, LEAD_M / d);
      Guide.set(
          out.push, lead * (goal[0] - c[0]), lead * (goal[1] - c[1]), lead * (goal[2] - c[2]));
    } else {
      Guide.set(out.push, 0, 0, 0);
    }
  }

  @Override
  public void seen(List<SceneShape> out) {
    out.add(new SceneShape.Sphere("goal", new Point(goal[0], goal[1], goal[2]), tolerance, GOAL));
    double half = config.halfM();
    int rgb = Integer.parseInt(config.rgb(), 16);
    out.add(
        new SceneShape.Box(
            "object", new Point(c[0], c[1], c[2]), new Point(half, half, half), 0, rgb));
    hand.seen(true, out);
  }
}
