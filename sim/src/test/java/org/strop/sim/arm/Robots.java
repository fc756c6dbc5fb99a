package org.strop.sim.arm;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.strop.sim.PeelingTask;
import org.strop.sim.urdf.JointLimits;
import org.strop.sim.urdf.UrdfReader;
import org.strop.sim.urdf.UrdfRobot;

/** Robots and states for tests. */
final class Robots {
  static final String OURS = "gen3.urdf";
  static final String KINOVA = "gen3_2f85.urdf";
  static final String PANDA = "panda.urdf";

  private Robots() {}

  static UrdfRobot read(String name) {
    if (name.equals(OURS)) {
      return UrdfReader.read(PeelingTask.root().resolve("configs/robots/gen3.urdf"));
    }
    Path file = Path.of(System.getProperty("strop.data"), "urdf", name);
    assumeTrue(Files.exists(file), "no data folder here: " + file);
    return UrdfReader.read(file);
  }

  /** Positions within the limits, velocities up to 2 rad/s, torques up to 10 N m. */
  record State(double[] q, double[] qd, double[] tau) {
    static State random(Mechanism mechanism, SplittableRandom random) {
      int n = mechanism.size();
      State state = new State(new double[n], new double[n], new double[n]);
      for (int i = 0; i < n; i++) {
        JointLimits limits = mechanism.bodies().get(i).joint().limits();
        double lower = Math.max(-Math.PI, limits.lower());
        double upper = Math.min(Math.PI, limits.upper());
        state.q[i] = lower + random.nextDouble() * (upper - lower);
        state.qd[i] = random.nextDouble(-2, 2);
        state.tau[i] = random.nextDouble(-10, 10);
      }
      return state;
    }
  }
}
