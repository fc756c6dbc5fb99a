package org.strop.sim.suite.world;

import org.strop.sim.suite.scene.Point;
import org.strop.sim.suite.scene.SceneShape;
import org.strop.sim.suite.task.SolidConfig;
import org.strop.sim.suite.task.Vec;

/** A solid in the frame of what it belongs to. */
interface Solid {
  /** Measures the distance of a point, in the solid's frame. */
  void probe(double x, double y, double z, Probe out);

  /** Returns it as it is seen, where its frame is now. */
  SceneShape seen(String name, Point origin, double yawRad);

  /** Returns the solid that a configuration describes. */
  static Solid of(SolidConfig config) {
    if (config instanceof SolidConfig.Box box) {
      return new Box(box);
    }
    return new Bar((SolidConfig.Bar) config);
  }

  /** Axis-aligned in its frame. */
  record Box(SolidConfig.Box config) implements Solid {
    @Override
    public void probe(double x, double y, double z, Probe out) {
      Vec c = config.center();
      Vec h = config.half();
      probe(x - c.x(), y - c.y(), z - c.z(), h.x(), h.y(), h.z(), out);
    }

    /** The same for a box around the origin. */
    static void probe(double x, double y, double z, double hx, double hy, double hz, Probe out) {
      double dx = Math.abs(x) - hx;
      double dy = Math.abs(y) - hy;
      double dz = Math.abs(z) - hz;
      if (dx <= 0 && dy <= 0 && dz <= 0) { // inside: the nearest face
        if (dx >= dy && dx >= dz) {
          out.set(dx, Math.signum(x), 0, 0);
        } else if (dy >= dz) {
          out.set(dy, 0, Math.signum(y), 0);
        } else {
          out.set(dz, 0, 0, Math.signum(z));
        }
        return;
      }
      double ox = Math.max(dx, 0);
      double oy = Math.max(dy, 0);
      double oz = Math.max(dz, 0);
      double d = Math.sqrt(ox * ox + oy * oy + oz * oz);
      out.set(d, Math.signum(x) * ox / d, Math.signum(y) * oy / d, Math.signum(z) * oz / d);
    }

    @Override
    public SceneShape seen(String name, Point origin, double yawRad) {
      Point center = origin.plus(config.center().point().turned(yawRad));
      return new SceneShape.Box(name, center, config.half().point(), yawRad, config.color());
    }
  }

  /** A segment with a radius. */
  record Bar(SolidConfig.Bar config) implements Solid {
    @Override
    public void probe(double x, double y, double z, Probe out) {
      Vec a = config.from();
      Vec b = config.to();
      double ex = b.x() - a.x();
      double ey = b.y() - a.y();
      double ez = b.z() - a.z();
      double along = (x - a.x()) * ex + (y - a.y()) * ey + (z - a.z()) * ez;
      double t = Math.max(0, Math.min(1, along / (ex * ex + ey * ey + ez * ez)));
      double dx = x - a.x() - t * ex;
      double dy = y - a.y() - t * ey;
      double dz = z - a.z() - t * ez;
      double d = Math.sqrt(dx * dx + dy * dy + dz * dz);
      if (d > 1e-12) {
        out.set(d - config.radiusM(), dx / d, dy / d, dz / d);
      } else {
        out.set(-config.radiusM(), 0, 0, 1); // on the axis every way out is as short
      }
    }

    @Override
    public SceneShape seen(String name, Point origin, double yawRad) {
      Point from = origin.plus(config.from().point().turned(yawRad));
      Point to = origin.plus(config.to().point().turned(yawRad));
      return new SceneShape.Cylinder(name, from, to, config.radiusM(), config.color());
    }
  }
}
