package org.strop.sim.suite.world;

import java.util.List;
import java.util.SplittableRandom;
import org.strop.sim.suite.scene.Point;
import org.strop.sim.suite.scene.SceneShape;
import org.strop.sim.suite.task.HandConfig;

/**
 * The end effector: m v̇ = K (e − p) − D v + contact, with the spring's free end e set by each
 * action; two fingers at ±s along y, m_f s̈ = −F grip − d ṡ + contact. As a body it is its own
 * middle, one finger; {@link #left} and {@link #right} are the two.
 */
final class Hand implements Body {
  private static final int STEEL = 0x9aa4ad;

  final HandConfig config;
  final double[] p = new double[3];
  final double[] v = new double[3];
  final double[] free = new double[3];
  final Body left = new Finger(-1);
  final Body right = new Finger(1);
  private final double[] low;
  private final double[] high;
  private final double damping;
  double halfOpening;
  private double openingSpeed;
  private double grip;

  Hand(HandConfig config) {
    this.config = config;
    low = new double[] {config.low().x(), config.low().y(), config.low().z()};
    high = new double[] {config.high().x(), config.high().y(), config.high().z()};
    damping = 2 * config.dampingRatio() * Math.sqrt(config.stiffnessNPerM() * config.massKg());
  }

  void reset(SplittableRandom random) {
    p[0] = config.startX().draw(random);
    p[1] = config.startY().draw(random);
    p[2] = config.startZ().draw(random);
    for (int i = 0; i < 3; i++) {
      v[i] = 0;
      free[i] = p[i];
    }
    halfOpening = config.maxHalfOpeningM();
    openingSpeed = 0;
    grip = -1;
  }

  /** Takes an action, each entry in [−1, 1]. */
  void command(double dx, double dy, double dz, double gripAction) {
    free[0] = p[0] + config.stepM() * dx;
    free[1] = p[1] + config.stepM() * dy;
    free[2] = p[2] + config.stepM() * dz;
    for (int i = 0; i < 3; i++) {
      free[i] = Math.max(low[i], Math.min(high[i], free[i]));
    }
    grip = gripAction;
  }

  /** Drives change the velocities. */
  void drive(double h) {
    double gain = h / config.massKg();
    for (int i = 0; i < 3; i++) {
      v[i] += gain * (config.stiffnessNPerM() * (free[i] - p[i]) - damping * v[i]);
    }
    double fingers = h / config.fingerMassKg();
    openingSpeed -=
        fingers * (config.gripForceN() * grip + config.gripDampingNSPerM() * openingSpeed);
  }

  /** Velocities change the positions; the edge of the workspace is a hard stop. */
  void move(double h) {
    for (int i = 0; i < 3; i++) {
      p[i] += h * v[i];
      if (p[i] < low[i] || p[i] > high[i]) {
        p[i] = Math.max(low[i], Math.min(high[i], p[i]));
        v[i] = 0;
      }
    }
    halfOpening += h * openingSpeed;
    if (halfOpening < 0 || halfOpening > config.maxHalfOpeningM()) {
      halfOpening = Math.max(0, Math.min(config.maxHalfOpeningM(), halfOpening));
      openingSpeed = 0;
    }
  }

  double distanceTo(double x, double y, double z) {
    double dx = p[0] - x;
    double dy = p[1] - y;
    double dz = p[2] - z;
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  }

  void state(Row row) {
    row.next(p);
    row.next(v);
    row.next(free);
    halfOpening = row.next(halfOpening);
    openingSpeed = row.next(openingSpeed);
    grip = row.next(grip);
  }

  /** What is seen: one finger pointing down, or two. */
  void seen(boolean two, List<SceneShape> out) {
    Point tip = new Point(p[0], p[1], p[2]);
    double r = config.radiusM();
    if (!two) {
      out.add(new SceneShape.Sphere("hand", tip, r, STEEL));
      out.add(new SceneShape.Cylinder("arm", tip, tip.plus(new Point(0, 0, 0.14)), 0.8 * r, STEEL));
      return;
    }
    Point palm = tip.plus(new Point(0, 0, 0.07));
    double width = config.maxHalfOpeningM() + r;
    out.add(new SceneShape.Box("hand", palm, new Point(0.7 * r, width, 0.4 * r), 0, STEEL));
    out.add(new SceneShape.Cylinder("arm", palm, palm.plus(new Point(0, 0, 0.1)), r, STEEL));
    finger("finger_left", -halfOpening - r, tip, out);
    finger("finger_right", halfOpening + r, tip, out);
  }

  private void finger(String name, double y, Point tip, List<SceneShape> out) {
    Point end = tip.plus(new Point(0, y, 0));
    Point root = end.plus(new Point(0, 0, 0.07));
    out.add(new SceneShape.Cylinder(name, end, root, config.radiusM(), STEEL));
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

  /** One finger: it moves with the hand, and along y with the opening. */
  private final class Finger implements Body {
    private final double side;

    Finger(double side) {
      this.side = side;
    }

    @Override
    public void velocityAt(double x, double y, double z, double[] out) {
      System.arraycopy(v, 0, out, 0, 3);
      out[1] += side * openingSpeed;
    }

    @Override
    public double mobility(double x, double y, double z, double dx, double dy, double dz) {
      return 1 / config.massKg() + dy * dy / config.fingerMassKg();
    }

    @Override
    public void push(double x, double y, double z, double jx, double jy, double jz) {
      Hand.this.push(x, y, z, jx, jy, jz);
      openingSpeed += side * jy / config.fingerMassKg();
    }
  }
}
