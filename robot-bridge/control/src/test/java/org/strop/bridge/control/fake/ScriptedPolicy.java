package org.strop.bridge.control.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.strop.bridge.trajectory.ActionChunk;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.ObservationWindow;
import org.strop.bridge.trajectory.Policy;
import org.strop.bridge.trajectory.PolicySpec;

/** A policy that is a function; remembers what it was asked. */
public final class ScriptedPolicy implements Policy {
  /** Time between its steps, ns. */
  public static final long STEP_NANOS = 50_000_000;

  private final Function<ObservationWindow, ActionChunk> function;
  private final List<ObservationWindow> asked = new ArrayList<>();

  /** Wraps a function. */
  public ScriptedPolicy(Function<ObservationWindow, ActionChunk> function) {
    this.function = function;
  }

  /** Returns a chunk that goes along x in steps of 1 mm from the newest pose. */
  public static ActionChunk creep(ObservationWindow window) {
    FloatMatrix state =
        window.channels().getOrDefault("observation.state", FloatMatrix.of(0, 7, new float[0]));
    List<float[]> rows = new ArrayList<>();
    for (int k = 0; k < 8; k++) {
      float[] row = state.row(state.rows() - 1);
      row[0] += 0.001f * (k + 1);
      rows.add(row);
    }
    return new ActionChunk(window.stampNanos(), STEP_NANOS, FloatMatrix.ofRows(7, rows));
  }

  @Override
  public PolicySpec spec() {
    return new PolicySpec(
        "scripted", List.of(Channels.STATE, Channels.WRENCH), Channels.ACTION, 2, 4, 20);
  }

  @Override
  public List<ActionChunk> act(List<ObservationWindow> windows) {
    List<ActionChunk> chunks = new ArrayList<>();
    for (ObservationWindow window : windows) {
      remember(window);
      chunks.add(function.apply(window));
    }
    return chunks;
  }

  private synchronized void remember(ObservationWindow window) {
    asked.add(window);
  }

  /** Returns the windows that it was asked about. */
  public synchronized List<ObservationWindow> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() {}
}
