package org.strop.sim.rollout;

import java.util.List;
import org.strop.bridge.trajectory.ActionChunk;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.ObservationWindow;
import org.strop.bridge.trajectory.Policy;
import org.strop.bridge.trajectory.PolicySpec;
import org.strop.sim.cell.BladePose;
import org.strop.sim.task.ProduceConfig;

/**
 * Constant commands: down at once, then at constant depth, speed and attack angle along the mean
 * shape of the kind. Reads nothing but the clock; knows the kind, not the instance. The baseline
 * that shows how much of the task is in the instance.
 */
public final class OpenLoopPolicy implements Policy {
  private static final double DEPTH_M = 0.008;
  private static final double FEED_M_PER_S = 0.025;
  private static final double ATTACK_RAD = 0.45;

  private final ProduceConfig kind;
  private final double depthM;
  private final double feedMPerS;
  private final double attackRad;

  OpenLoopPolicy(ProduceConfig kind, double depthM, double feedMPerS, double attackRad) {
    this.kind = kind;
    this.depthM = depthM;
    this.feedMPerS = feedMPerS;
    this.attackRad = attackRad;
  }

  /** Returns one with a middling depth, feed and attack angle, the same for every kind; ours. */
  public static OpenLoopPolicy middling(ProduceConfig kind) {
    return new OpenLoopPolicy(kind, DEPTH_M, FEED_M_PER_S, ATTACK_RAD);
  }

  @Override
  public PolicySpec spec() {
    return new PolicySpec("open_loop", List.of(Channels.STATE), Channels.ACTION, 1, 1, 20);
  }

  @Override
  public List<ActionChunk> act(List<ObservationWindow> windows) {
    return windows.stream().map(this::act).toList();
  }

  private ActionChunk act(ObservationWindow window) {
    double x = kind.strokeStartM() + feedMPerS * Math.max(0, window.stampNanos() * 1e-9 - 1);
    double u = x - 0.5 * (kind.strokeStartM() + kind.strokeEndM());
    double arch = kind.archRadiusM().middle();
    double half = 0.5 * kind.strokeLengthM() + kind.overhangM();
    double lean = kind.radiusM().middle() * kind.lean().middle() / half;
    double top = kind.heightM().middle() - u * u / (2 * arch) - lean * u;
    double z = x > kind.strokeEndM() + 0.005 ? top + 0.03 : top - depthM;
    float[] pose = new float[7];
    new BladePose(x, 0, z, attackRad + Math.atan(u / arch + lean)).write(pose);
    return new ActionChunk(window.stampNanos(), 50_000_000L, FloatMatrix.of(1, 7, pose));
  }

  @Override
  public void close() {}
}
