package org.strop.sim.cell;

import org.strop.sim.task.BladeConfig;
import org.strop.sim.task.CuttingConfig;

/**
 * The blade against the produce: a manipulator that carries it, one contact, and the cut.
 *
 * <p>One substep: the edge's pose and speed give the load ({@link Cutting}), the manipulator moves
 * under it, and the travel along the surface moves the cut on. Allocates nothing.
 */
final class Blade {
  final Manipulator carrier;
  final Cutting cutting;
  final EdgeState edge = new EdgeState();
  final ContactLoad load = new ContactLoad();

  private final Produce produce;
  private final double slipSpeed;
  private final double dt;
  private double alongSpeed;

  Blade(
      Manipulator carrier,
      Produce produce,
      BladeConfig config,
      CuttingConfig cuttingConfig,
      double dt) {
    this.carrier = carrier;
    this.produce = produce;
    this.dt = dt;
    cutting = new Cutting(produce, config, cuttingConfig);
    slipSpeed = cuttingConfig.slipSpeedMPerS();
  }

  /** Puts the edge at rest at a pose. */
  void reset(BladePose pose) {
    carrier.reset(pose);
    carrier.edge(edge);
    load.clear();
  }

  /** Advances one substep; returns whether the strip tore in it. */
  boolean substep() {
    double slope = produce.slopeAt(edge.x);
    double cosSlope = 1 / Math.sqrt(1 + slope * slope);
    double sinSlope = slope * cosSlope;
    double attack = edge.pitch + Math.atan(slope); // α = θ + φ
    double before = edge.vx * cosSlope + edge.vz * sinSlope;
    double closing = edge.vx * sinSlope - edge.vz * cosSlope; // ḋ, to first order
    double mass = carrier.effectiveMass(-sinSlope, 0, cosSlope);
    cutting.contact(edge.x, edge.z, cosSlope, attack, before, closing, mass);
    load.nx = -sinSlope;
    load.nz = cosSlope;
    load.tx = cosSlope;
    load.tz = sinSlope;
    load.normalForce = cutting.normalForce;
    load.dragAlong = cutting.dragForce / Math.max(Math.abs(before), slipSpeed);
    load.dragAcross = load.dragAlong;
    carrier.step(load, dt);
    carrier.edge(edge);
    alongSpeed = edge.vx * cosSlope + edge.vz * sinSlope;
    return cutting.advance(alongSpeed * dt, attack, (alongSpeed - before) / dt, dt);
  }

  /** Speed along the surface, m/s. */
  double alongSpeed() {
    return alongSpeed;
  }

  /** Height of the edge above the surface, m; negative below. */
  double clearance() {
    return edge.z - produce.heightAt(edge.x);
  }

  /** Kinetic, spring and contact energy, J. */
  double energy() {
    return carrier.energy() + cutting.elasticEnergy(edge.x, edge.z);
  }
}
