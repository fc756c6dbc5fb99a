package org.strop.sim.cell;

import org.strop.sim.task.BladeConfig;
import org.strop.sim.task.CuttingConfig;

/**
 * The blade on its impedance controller against the produce: four axes, one contact.
 *
 * <p>One substep solves
 *
 * <pre>  (M + Δt D + Δt c τ τᵀ) v⁺ = M v + Δt (K (x_eq − x) + N n),   c = F_drag / max(|v·τ|, v_s)
 * </pre>
 *
 * with n and τ normal and tangent of the surface. Friction and cutting drag act at the new
 * velocity, so they never push. Allocates nothing.
 */
final class Blade {
  final Axis x;
  final Axis y;
  final Axis z;
  final Axis pitch;
  final Cutting cutting;

  private final Produce produce;
  private final double slipSpeed;
  private final double dt;
  private final double leverX;
  private final double leverZ;
  private double sinSlope;
  private double cosSlope = 1;
  private double alongSpeed;
  private double drag;

  Blade(Produce produce, BladeConfig config, CuttingConfig cuttingConfig, double dt) {
    this.produce = produce;
    this.dt = dt;
    double ratio = config.dampingRatio();
    x = new Axis(config.inertia().x(), config.stiffness().x(), ratio);
    y = new Axis(config.inertia().y(), config.stiffness().y(), ratio);
    z = new Axis(config.inertia().z(), config.stiffness().z(), ratio);
    pitch = new Axis(config.inertia().pitch(), config.stiffness().pitch(), ratio);
    cutting = new Cutting(produce, config, cuttingConfig);
    slipSpeed = cuttingConfig.slipSpeedMPerS();
    leverX = config.sensorLeverX();
    leverZ = config.sensorLeverZ();
  }

  void reset(BladePose pose) {
    x.reset(pose.x());
    y.reset(pose.y());
    z.reset(pose.z());
    pitch.reset(pose.pitch());
  }

  void command(BladePose pose) {
    x.command(pose.x());
    y.command(pose.y());
    z.command(pose.z());
    pitch.command(pose.pitch());
  }

  void interpolate(double share) {
    x.interpolate(share);
    y.interpolate(share);
    z.interpolate(share);
    pitch.interpolate(share);
  }

  /** Advances one substep; returns whether the strip tore in it. */
  boolean substep() {
    double slope = produce.slopeAt(x.position);
    cosSlope = 1 / Math.sqrt(1 + slope * slope);
    sinSlope = slope * cosSlope;
    double attack = pitch.position + Math.atan(slope); // α = θ + φ
    double before = x.velocity * cosSlope + z.velocity * sinSlope;
    double closing = x.velocity * sinSlope - z.velocity * cosSlope; // ḋ, to first order
    cutting.contact(x.position, z.position, cosSlope, attack, before, closing, z.inertia);
    double normal = cutting.normalForce;
    drag = cutting.dragForce / Math.max(Math.abs(before), slipSpeed);
    solve(-normal * sinSlope, normal * cosSlope);
    y.step(0, drag, dt);
    pitch.step(0, 0, dt);
    alongSpeed = x.velocity * cosSlope + z.velocity * sinSlope;
    return cutting.advance(alongSpeed * dt, attack, (alongSpeed - before) / dt, dt);
  }

  /** Solves the coupled x and z axes for the new velocity, by Cramer's rule. */
  private void solve(double forceX, double forceZ) {
    double c = dt * drag;
    double xx = x.inertia + dt * x.damping + c * cosSlope * cosSlope;
    double xz = c * cosSlope * sinSlope;
    double zz = z.inertia + dt * z.damping + c * sinSlope * sinSlope;
    double px = x.push(forceX, dt);
    double pz = z.push(forceZ, dt);
    double determinant = xx * zz - xz * xz;
    x.move((zz * px - xz * pz) / determinant, dt);
    z.move((xx * pz - xz * px) / determinant, dt);
  }

  /** Speed along the surface, m/s. */
  double alongSpeed() {
    return alongSpeed;
  }

  /** Height of the edge above the surface, m; negative below. */
  double clearance() {
    return z.position - produce.heightAt(x.position);
  }

  /** Kinetic, spring and contact energy, J. */
  double energy() {
    return x.energy()
        + y.energy()
        + z.energy()
        + pitch.energy()
        + cutting.elasticEnergy(x.position, z.position);
  }

  /** Contact force on the edge in the world and torque at the sensor, in the sensor's frame. */
  void wrench(double[] out) {
    double tangent = -drag * alongSpeed;
    double fx = tangent * cosSlope - cutting.normalForce * sinSlope;
    double fz = tangent * sinSlope + cutting.normalForce * cosSlope;
    double fy = -drag * y.velocity;
    double s = Math.sin(pitch.position);
    double c = Math.cos(pitch.position);
    double toolX = c * fx - s * fz; // R_y(θ)ᵀ f
    double toolZ = s * fx + c * fz;
    out[0] = toolX;
    out[1] = fy;
    out[2] = toolZ;
    out[3] = -leverZ * fy; // r × f with r = (leverX, 0, leverZ)
    out[4] = leverZ * toolX - leverX * toolZ;
    out[5] = leverX * fy;
  }
}
