package org.strop.sim.rollout;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.strop.bridge.control.FaultLatch;
import org.strop.bridge.control.SafetyFilter;
import org.strop.bridge.control.SafetyLimits;
import org.strop.bridge.trajectory.ActionChunk;
import org.strop.bridge.trajectory.ChannelSpec;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.ObservationWindow;
import org.strop.bridge.trajectory.PolicySpec;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.sim.cell.PeelingCell;
import org.strop.sim.cell.Streams;
import org.strop.sim.task.ExplorationConfig;
import org.strop.sim.task.TaskConfig;

/** One cell under a policy: observes, filters, executes. Not thread-safe. */
final class Episode {
  private final EpisodeSpec spec;
  private final PeelingCell cell;
  private final EpisodeLog log;
  private final SafetyFilter filter;
  private final @Nullable Exploration exploration;
  private final double tickS;
  private final float[] action = new float[7];
  private final double[] measured = new double[7];
  private final double[] wrench = new double[6];
  private final double[] command = new double[7];
  private @Nullable FloatMatrix chunk;
  private int chunkStep;

  Episode(
      TaskConfig task,
      SafetyLimits limits,
      PolicySpec policy,
      EpisodeSpec spec,
      Optional<ExplorationConfig> exploration) {
    this.spec = spec;
    cell = new PeelingCell(task, spec.produce(), spec.seed());
    log = new EpisodeLog(spec.episodeId(), policy.name(), spec.seed(), 0, cell);
    filter = new SafetyFilter(limits, new FaultLatch());
    tickS = 1.0 / task.policyRateHz();
    this.exploration =
        exploration.map(e -> new Exploration(e, tickS, spec.seed(), spec.variant())).orElse(null);
    log.observe();
  }

  boolean finished() {
    return cell.finished() || filter.latch().isRaised();
  }

  /** Returns the policy's window at the current tick. */
  ObservationWindow window(PolicySpec policy) {
    Map<String, FloatMatrix> channels = new HashMap<>();
    for (ChannelSpec channel : policy.observations()) {
      channels.put(channel.key(), log.window(channel, policy.windowSteps()));
    }
    long seed = Streams.POLICY.seedOf(spec.seed(), spec.variant(), cell.tick());
    return new ObservationWindow(log.stamp(), channels, seed);
  }

  void follow(ActionChunk next) {
    chunk = next.actions();
    chunkStep = 0;
  }

  /** Executes the next action of the chunk and advances one policy tick. */
  void advance() {
    if (chunk == null) {
      throw new IllegalStateException("no chunk to follow in " + spec.episodeId());
    }
    chunk.copyRow(Math.min(chunkStep++, chunk.rows() - 1), action, 0);
    if (exploration != null) {
      exploration.addTo(action);
    }
    widen(log.state(), measured);
    widen(log.wrench(), wrench);
    widen(action, command);
    if (filter.step(measured, wrench, command, tickS, command)) {
      for (int i = 0; i < action.length; i++) {
        action[i] = (float) command[i];
      }
      cell.command(action);
    } else {
      System.arraycopy(log.state(), 0, action, 0, action.length); // nothing sent: the arm stays
    }
    log.act(action);
    cell.advanceTick();
    log.observe();
  }

  private static void widen(float[] from, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] = from[i];
    }
  }

  Trajectory finish() {
    String outcome =
        filter
            .latch()
            .first()
            .map(f -> "fault_" + f.name().toLowerCase(Locale.ROOT))
            .orElseGet(() -> DemonstrationFactory.outcome(cell));
    return log.finish(
        Map.of(
            "outcome", outcome,
            "variant", Long.toString(spec.variant()),
            "limited_steps", Long.toString(filter.limitedSteps())));
  }
}
