package org.strop.sim.cell;

import java.util.List;
import org.strop.sim.task.BladeConfig;

/**
 * Four decoupled axes under impedance control: the cheap carrier of the demo. One substep solves
 *
 * <pre>  (M + Δt D + Δt c_τ τ τᵀ + Δt c_b b bᵀ) v⁺ = M v + Δt (K (x_eq − x) + N n)</pre>
 *
 * for x, y and z together, by Cramer's rule, and pitch alone. Allocates nothing.
 */
final class Gantry implements Manipulator {
  private static final List<String> JOINTS = List.of("x", "y", "z", "pitch");

  final Axis x;
  final Axis y;
  final Axis z;
  final Axis pitch;
  private final double leverX;
  private final double leverZ;
  private final double[] force = new double[3];

  Gantry(BladeConfig config) {
    double ratio = config.dampingRatio();
    x = new Axis(config.inertia().x(), config.stiffness().x(), ratio);
    y = new Axis(config.inertia().y(), config.stiffness().y(), ratio);
    z = new Axis(config.inertia().z(), config.stiffness().z(), ratio);
    pitch = new Axis(config.inertia().pitch(), config.stiffness().pitch(), ratio);
    leverX = config.sensorLeverX();
    leverZ = config.sensorLeverZ();
  }

  @Override
  public List<String> jointNames() {
    return JOINTS;
  }

  @Override
  public void reset(BladePose pose) {
    x.reset(pose.x());
    y.reset(pose.y());
    z.reset(pose.z());
    pitch.reset(pose.pitch());
  }

  @Override
  public void command(float[] pose) {
    x.command(pose[0]);
    y.command(pose[1]);
    z.command(pose[2]);
    pitch.command(BladePose.pitch(pose[4], pose[6]));
  }

  @Override
  public void interpolate(double share) {
    x.interpolate(share);
    y.interpolate(share);
    z.interpolate(share);
    pitch.interpolate(share);
  }

  @Override
  public void edge(EdgeState out) {
    out.x = x.position;
    out.y = y.position;
    out.z = z.position;
    out.pitch = pitch.position;
    out.roll = 0;
    out.yaw = 0;
    out.vx = x.velocity;
    out.vy = y.velocity;
    out.vz = z.velocity;
  }

  @Override
  public double effectiveMass(double ux, double uy, double uz) {
    return 1 / (ux * ux / x.inertia + uy * uy / y.inertia + uz * uz / z.inertia);
  }

  @Override
  public void step(ContactLoad c, double dt) {
    double bx = c.bx();
    double by = c.by();
    double bz = c.bz();
    double a = dt * c.dragAlong;
    double b = dt * c.dragAcross;
    double xx = x.inertia + dt * x.damping + a * c.tx * c.tx + b * bx * bx;
    double yy = y.inertia + dt * y.damping + a * c.ty * c.ty + b * by * by;
    double zz = z.inertia + dt * z.damping + a * c.tz * c.tz + b * bz * bz;
    double xy = a * c.tx * c.ty + b * bx * by;
    double xz = a * c.tx * c.tz + b * bx * bz;
    double yz = a * c.ty * c.tz + b * by * bz;
    double px = x.push(c.normalForce * c.nx, dt);
    double py = y.push(c.normalForce * c.ny, dt);
    double pz = z.push(c.normalForce * c.nz, dt);
    double cx = yy * zz - yz * yz; // cofactors of the first row, then of the others
    double cy = xz * yz - xy * zz;
    double cz = xy * yz - yy * xz;
    double determinant = xx * cx + xy * cy + xz * cz;
    double dy = xx * zz - xz * xz;
    double dyz = xy * xz - xx * yz;
    double dz = xx * yy - xy * xy;
    x.move((cx * px + cy * py + cz * pz) / determinant, dt);
    y.move((cy * px + dy * py + dyz * pz) / determinant, dt);
    z.move((cz * px + dyz * py + dz * pz) / determinant, dt);
    pitch.step(0, 0, dt);
  }

  @Override
  public void pose(float[] out) {
    BladePose.write(x.position, y.position, z.position, pitch.position, out);
  }

  @Override
  public void wrench(ContactLoad load, double[] out) {
    load.force(x.velocity, y.velocity, z.velocity, force);
    double s = Math.sin(pitch.position);
    double c = Math.cos(pitch.position);
    double toolX = c * force[0] - s * force[2]; // R_y(θ)ᵀ f
    double toolZ = s * force[0] + c * force[2];
    out[0] = toolX;
    out[1] = force[1];
    out[2] = toolZ;
    out[3] = -leverZ * force[1]; // r × f with r = (leverX, 0, leverZ)
    out[4] = leverZ * toolX - leverX * toolZ;
    out[5] = leverX * force[1];
  }

  @Override
  public void joints(double[] positions, double[] velocities, double[] efforts) {
    joint(0, x, positions, velocities, efforts);
    joint(1, y, positions, velocities, efforts);
    joint(2, z, positions, velocities, efforts);
    joint(3, pitch, positions, velocities, efforts);
  }

  private static void joint(int i, Axis axis, double[] p, double[] v, double[] f) {
    p[i] = axis.position;
    v[i] = axis.velocity;
    f[i] = axis.effort();
  }

  @Override
  public boolean brake(int joint, boolean on) {
    List.of(x, y, z, pitch).get(joint).brake(on);
    return true;
  }

  @Override
  public double energy() {
    return x.energy() + y.energy() + z.energy() + pitch.energy();
  }
}
