package org.strop.sim.rollout;

import java.util.SplittableRandom;
import org.strop.sim.cell.BladePose;
import org.strop.sim.cell.Streams;
import org.strop.sim.task.ExplorationConfig;

/** Random offsets on the actions of one episode; see {@link ExplorationConfig}. */
final class Exploration {
  private final ExplorationConfig config;
  private final double stepS;
  private final SplittableRandom random;
  private double feed;
  private double depth;
  private double angle;
  private int step;

  Exploration(ExplorationConfig config, double stepS, long seed, long variant) {
    this.config = config;
    this.stepS = stepS;
    random = new SplittableRandom(Streams.EXPLORATION.seedOf(seed, variant, 0));
  }

  /** Draws the offsets of the next chunk. */
  void draw() {
    feed = config.feedM() * random.nextGaussian();
    depth = config.depthM() * random.nextGaussian();
    angle = config.angleRad() * random.nextGaussian();
    step = 0;
  }

  /** Adds the offsets to the chunk's next action, in place. */
  void addTo(float[] action) {
    step++;
    double share = Math.min(1, step * stepS / config.rampS());
    BladePose pose = BladePose.of(action);
    new BladePose(
            pose.x() + share * feed,
            pose.y(),
            pose.z() + share * depth,
            pose.pitch() + share * angle)
        .write(action);
  }
}
