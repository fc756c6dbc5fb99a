package org.strop.launch.demo;

import java.util.List;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.launch.eval.Arm;

/** An arm's outcomes with the trajectories that they were judged from, in the same order. */
record ArmRollouts(Arm arm, List<Trajectory> trajectories) {
  ArmRollouts {
    trajectories = List.copyOf(trajectories);
  }
}
