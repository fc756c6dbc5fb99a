package org.strop.sim.suite.world;

/** How far a point is from a solid, and which way is out. Reused, so that probing is free. */
final class Probe {
  /** Signed distance to the surface, m; negative inside. */
  double distance;

  /** Outward normal, unit length. */
  double nx;

  double ny;
  double nz;

  void set(double distance, double nx, double ny, double nz) {
    this.distance = distance;
    this.nx = nx;
    this.ny = ny;
    this.nz = nz;
  }

  /** Turns the normal about z. */
  void turn(double cos, double sin) {
    double x = cos * nx - sin * ny;
    ny = sin * nx + cos * ny;
    nx = x;
  }
}
