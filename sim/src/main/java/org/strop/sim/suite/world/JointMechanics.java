package org.strop.sim.suite.world;

import java.util.List;
import java.util.SplittableRandom;
import org.strop.sim.suite.scene.Point;
import org.strop.sim.suite.scene.SceneShape;
import org.strop.sim.suite.task.Articulated;
import org.strop.sim.suite.task.JointConfig;
import org.strop.sim.suite.task.ObjectColumn;
import org.strop.sim.suite.task.SuiteTask;
import org.strop.sim.suite.task.Vec;

/** A body on a joint; see {@link Articulated} for the frames. */
final class JointMechanics implements Mechanics, Body {
  private static final double LEAD_M = 0.03;
  private static final double BESIDE_M = 0.01;

  private final Articulated config;
  private final JointConfig joint;
  private final Hand hand;
  private final Contact contact;
  private final double h;
  private final double tolerance;
  private final double touchFriction;
  private final boolean hinge;
  private final Vec axis;
  private final Solid[] link;
  private final Solid[] fixed;
  private final Probe probe = new Probe();
  private final double[] point = new double[3];

  // state
  private double baseX;
  private double baseY;
  private double yaw;
  private double start;
  private double q;
  private double speed;

  // of the link's frame, from the state
  private double originX;
  private double originY;
  private double originZ;
  private double cos;
  private double sin;
  private double baseCos;
  private double baseSin;

  JointMechanics(SuiteTask task, Articulated config, Hand hand, Contact contact, double h) {
    this.config = config;
    joint = config.joint();
    this.hand = hand;
    this.contact = contact;
    this.h = h;
    tolerance = task.success().tolerance();
    touchFriction = task.hand().friction();
    hinge = joint.motion() instanceof JointConfig.Hinge;
    axis = joint.motion() instanceof JointConfig.Slide s ? unit(s.axis()) : new Vec(0, 0, 0);
    link = config.link().stream().map(Solid::of).toArray(Solid[]::new);
    fixed = config.fixed().stream().map(Solid::of).toArray(Solid[]::new);
  }

  private static Vec unit(Vec v) {
    return new Vec(v.x() / v.norm(), v.y() / v.norm(), v.z() / v.norm());
  }

  @Override
  public void reset(SplittableRandom random) {
    baseX = config.place().x().draw(random);
    baseY = config.place().y().draw(random);
    yaw = config.place().yawRad().draw(random);
    start = config.start().draw(random);
    q = start;
    speed = 0;
    place();
  }

  private void place() {
    baseCos = Math.cos(yaw);
    baseSin = Math.sin(yaw);
    place(q);
  }

  /** Puts the link's frame where the joint is. */
  private void place(double at) {
    double slide = hinge ? 0 : at;
    originX = baseX + slide * (baseCos * axis.x() - baseSin * axis.y());
    originY = baseY + slide * (baseSin * axis.x() + baseCos * axis.y());
    originZ = config.place().z() + slide * axis.z();
    cos = hinge ? Math.cos(yaw + at) : baseCos;
    sin = hinge ? Math.sin(yaw + at) : baseSin;
  }

  @Override
  public void act() {
    double gain = h / joint.inertia();
    double spring = joint.spring() * (q - joint.rest());
    speed -= gain * (spring + joint.damping() * speed);
    for (Solid solid : link) {
      touch(solid, this, originX, originY, originZ, cos, sin);
    }
    for (Solid solid : fixed) {
      touch(solid, GROUND, baseX, baseY, config.place().z(), baseCos, baseSin);
    }
    double stop = gain * joint.friction(); // Coulomb: ends the motion, or slows it
    speed = Math.signum(speed) * Math.max(0, Math.abs(speed) - stop);
  }

  private void touch(Solid solid, Body of, double x, double y, double z, double c, double s) {
    double dx = hand.p[0] - x;
    double dy = hand.p[1] - y;
    solid.probe(c * dx + s * dy, c * dy - s * dx, hand.p[2] - z, probe);
    if (probe.distance < hand.config.radiusM()) {
      probe.turn(c, s);
      double px = hand.p[0] - probe.distance * probe.nx; // on the solid's surface
      double py = hand.p[1] - probe.distance * probe.ny;
      double pz = hand.p[2] - probe.distance * probe.nz;
      probe.distance -= hand.config.radiusM();
      contact.resolve(hand, of, px, py, pz, probe, touchFriction);
    }
  }

  @Override
  public void move() {
    q += h * speed;
    if (q < joint.lower() || q > joint.upper()) {
      q = Math.max(joint.lower(), Math.min(joint.upper(), q));
      speed = 0;
    }
    place(q);
  }

  /** Velocity of the link's point at a place for unit speed of the joint, component i. */
  private double lever(double x, double y, int i) {
    if (!hinge) {
      double wx = baseCos * axis.x() - baseSin * axis.y();
      double wy = baseSin * axis.x() + baseCos * axis.y();
      return i == 0 ? wx : i == 1 ? wy : axis.z();
    }
    return i == 0 ? baseY - y : i == 1 ? x - baseX : 0; // ẑ × r
  }

  @Override
  public void velocityAt(double x, double y, double z, double[] out) {
    for (int i = 0; i < 3; i++) {
      out[i] = speed * lever(x, y, i);
    }
  }

  @Override
  public double mobility(double x, double y, double z, double dx, double dy, double dz) {
    double along = dx * lever(x, y, 0) + dy * lever(x, y, 1) + dz * lever(x, y, 2);
    return along * along / joint.inertia();
  }

  @Override
  public void push(double x, double y, double z, double jx, double jy, double jz) {
    double torque = jx * lever(x, y, 0) + jy * lever(x, y, 1) + jz * lever(x, y, 2);
    speed += torque / joint.inertia();
  }

  @Override
  public void state(Row row) {
    baseX = row.next(baseX);
    baseY = row.next(baseY);
    yaw = row.next(yaw);
    start = row.next(start);
    q = row.next(q);
    speed = row.next(speed);
    place();
  }

  /** Writes where a point of the link's frame is in the world. */
  private void world(Vec a, Vec offset, double[] out) {
    double x = a.x() + offset.x();
    double y = a.y() + offset.y();
    out[0] = originX + cos * x - sin * y;
    out[1] = originY + sin * x + cos * y;
    out[2] = originZ + a.z() + offset.z();
  }

  private static final Vec NONE = new Vec(0, 0, 0);

  @Override
  public int observe(ObjectColumn shown, float[] out, int at) {
    switch (shown) {
      case POSITION -> world(config.handle(), NONE, point);
      case GOAL -> {
        place(config.goal());
        world(config.handle(), NONE, point);
        place(q);
      }
      case VELOCITY -> {
        world(config.handle(), NONE, point);
        velocityAt(point[0], point[1], point[2], point);
      }
      case JOINT -> point[0] = q;
      case JOINT_SPEED -> point[0] = speed;
      case HEADING -> {
        point[0] = sin;
        point[1] = cos;
      }
    }
    int n = shown.names().size();
    for (int i = 0; i < n; i++) {
      out[at + i] = (float) point[i];
    }
    return at + n;
  }

  @Override
  public double nearM() {
    world(config.handle(), config.touch(), point);
    return hand.distanceTo(point[0], point[1], point[2]);
  }

  /** Way left to the goal, m or rad; 0 at it and beyond. */
  private double left() {
    return Math.max(0, (config.goal() - q) * Math.signum(config.goal() - start));
  }

  @Override
  public double progress() {
    return Math.max(0, 1 - left() / Math.abs(config.goal() - start));
  }

  @Override
  public boolean solved() {
    return left() <= tolerance;
  }

  @Override
  public void guide(Guide out) {
    world(config.handle(), config.touch(), out.touch);
    Vec a = config.approach();
    double n = a.norm();
    double ax = a.x() / n;
    double ay = a.y() / n;
    Guide.set(out.out, cos * ax - sin * ay, sin * ax + cos * ay, a.z() / n);
    out.outLengthM = n;
    out.besideM = BESIDE_M;
    double x = lever(out.touch[0], out.touch[1], 0);
    double y = lever(out.touch[0], out.touch[1], 1);
    double z = lever(out.touch[0], out.touch[1], 2);
    double toward = Math.signum(config.goal() - start) * LEAD_M / Math.sqrt(x * x + y * y + z * z);
    Guide.set(out.push, toward * x, toward * y, toward * z);
    out.gripOnTheWay = 1;
    out.gripTouching = 1;
    out.rest = false;
  }

  @Override
  public void seen(List<SceneShape> out) {
    Point base = new Point(baseX, baseY, config.place().z());
    for (int i = 0; i < fixed.length; i++) {
      out.add(fixed[i].seen("fixed_" + i, base, yaw));
    }
    Point origin = new Point(originX, originY, originZ);
    for (int i = 0; i < link.length; i++) {
      out.add(link[i].seen("link_" + i, origin, hinge ? yaw + q : yaw));
    }
    hand.seen(false, out);
  }
}
