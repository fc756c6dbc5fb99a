package org.strop.sim.rollout;

import java.util.List;
import java.util.SplittableRandom;
import org.strop.bridge.trajectory.ActionChunk;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.ObservationWindow;
import org.strop.bridge.trajectory.Policy;
import org.strop.bridge.trajectory.PolicySpec;

/** A fixture: goes down and forward from where the blade is, with noise from the window's seed. */
public final class PressPolicy implements Policy {
  private final double depthM;
  private final double stepM;

  /** Presses by a depth, m, and feeds by a step each tick, m. */
  public PressPolicy(double depthM, double stepM) {
    this.depthM = depthM;
    this.stepM = stepM;
  }

  @Override
  public PolicySpec spec() {
    return new PolicySpec(
        "press", List.of(Channels.STATE, Channels.WRENCH), Channels.ACTION, 2, 4, 20);
  }

  @Override
  public List<ActionChunk> act(List<ObservationWindow> windows) {
    return windows.stream().map(this::act).toList();
  }

  private ActionChunk act(ObservationWindow window) {
    SplittableRandom random = new SplittableRandom(window.seed());
    FloatMatrix state =
        java.util.Objects.requireNonNull(window.channels().get(Channels.STATE.key()));
    float[] rows = new float[8 * 7];
    for (int k = 0; k < 8; k++) {
      state.copyRow(1, rows, 7 * k);
      rows[7 * k] += (float) (0.004 + (k + 1) * stepM);
      rows[7 * k + 2] -= (float) (depthM + 2e-4 * random.nextGaussian());
    }
    return new ActionChunk(window.stampNanos(), 50_000_000L, FloatMatrix.of(8, 7, rows));
  }

  @Override
  public void close() {}
}
