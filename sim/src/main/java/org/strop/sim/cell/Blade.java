package org.strop.sim.cell;

import org.strop.sim.task.TaskConfig;

/**
 * The blade against the produce: a manipulator that carries it, one contact, and the cut.
 *
 * <p>One substep: the edge's pose and speed give the load ({@link Cutting}), the manipulator moves
 * under it, and the travel along the surface moves the cut on. Allocates nothing.
 */
final class Blade {
  final Manipulator carrier;
  final HeightField field;
  final Cutting cutting;
  final EdgeState edge = new EdgeState();
  final ContactLoad load = new ContactLoad();

  private final double[] force = new double[3];
  private final double forceLimit;
  private final double dt;
  private double peakSquare;
  private double overLimit;

  Blade(Manipulator carrier, Produce produce, TaskConfig task, double dt) {
    this.carrier = carrier;
    this.dt = dt;
    StripLog strips = new StripLog();
    field = new HeightField(produce, task.cutting().gougeDepthM(), task.blade().widthM(), strips);
    cutting = new Cutting(field, task.blade(), task.cutting(), strips);
    forceLimit = task.success().forceLimitN();
  }

  /** Puts the edge at rest at a pose. */
  void reset(BladePose pose) {
    carrier.reset(pose);
    carrier.edge(edge);
    load.clear();
  }

  /** Advances one substep; returns whether the strip tore in it. */
  boolean substep() {
    cutting.meet(edge, load);
    if (cutting.touching()) {
      cutting.press(edge, carrier.effectiveMass(load.nx, load.ny, load.nz), load);
    }
    carrier.step(load, dt);
    carrier.edge(edge);
    if (cutting.touching()) {
      watchForce();
    }
    return cutting.advance(edge, dt);
  }

  private void watchForce() {
    load.force(edge.vx, edge.vy, edge.vz, force);
    double square = force[0] * force[0] + force[1] * force[1] + force[2] * force[2];
    peakSquare = Math.max(peakSquare, square);
    overLimit += square > forceLimit * forceLimit ? dt : 0;
  }

  /** Turns the fixture. */
  void turnTo(double angle) {
    field.turnTo(angle);
    cutting.turned();
  }

  /** Largest force of the contact so far, N, without the sensor's errors. */
  double peakForce() {
    return Math.sqrt(peakSquare);
  }

  /** Time with that force above the task's limit, s. */
  double timeOverLimit() {
    return overLimit;
  }

  /** Height of the edge above the fresh surface, m; negative below. */
  double clearance() {
    return edge.z - field.heightAt(edge.x);
  }

  /** Kinetic, spring and contact energy, J. */
  double energy() {
    return carrier.energy() + cutting.elasticEnergy(edge.z);
  }
}
