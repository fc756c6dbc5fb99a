package org.strop.sim.rollout;

import java.util.SplittableRandom;
import org.strop.sim.cell.BladePose;
import org.strop.sim.cell.Streams;
import org.strop.sim.demo.OrnsteinUhlenbeck;
import org.strop.sim.task.ExplorationConfig;

/** Smooth noise on the actions of one episode; see {@link ExplorationConfig}. */
final class Exploration {
  private final SplittableRandom random;
  private final OrnsteinUhlenbeck feed;
  private final OrnsteinUhlenbeck depth;
  private final OrnsteinUhlenbeck angle;

  Exploration(ExplorationConfig config, double stepS, long seed, long variant) {
    random = new SplittableRandom(Streams.EXPLORATION.seedOf(seed, variant, 0));
    feed = new OrnsteinUhlenbeck(config.feedM(), config.timeS(), stepS, random);
    depth = new OrnsteinUhlenbeck(config.depthM(), config.timeS(), stepS, random);
    angle = new OrnsteinUhlenbeck(config.angleRad(), config.timeS(), stepS, random);
  }

  /** Adds the noise of the next step to an action, in place. */
  void addTo(float[] action) {
    BladePose pose = BladePose.of(action);
    new BladePose(
            pose.x() + feed.step(random),
            pose.y(),
            pose.z() + depth.step(random),
            pose.pitch() + angle.step(random))
        .write(action);
  }
}
