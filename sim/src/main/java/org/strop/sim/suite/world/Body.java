package org.strop.sim.suite.world;

/** What can be pushed at a point: its velocity there, its mobility, and a push. World frame. */
interface Body {
  /** Nothing moves it. */
  Body GROUND =
      new Body() {
        @Override
        public void velocityAt(double x, double y, double z, double[] out) {
          out[0] = 0;
          out[1] = 0;
          out[2] = 0;
        }

        @Override
        public double mobility(double x, double y, double z, double dx, double dy, double dz) {
          return 0;
        }

        @Override
        public void push(double x, double y, double z, double jx, double jy, double jz) {}
      };

  /** Writes the velocity of the body's point at a place, m/s. */
  void velocityAt(double x, double y, double z, double[] out);

  /** Returns the change of velocity along a unit direction for a unit impulse along it, 1/kg. */
  double mobility(double x, double y, double z, double dx, double dy, double dz);

  /** Applies an impulse at a place, N s. */
  void push(double x, double y, double z, double jx, double jy, double jz);
}
