package org.strop.sim.rollout;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.strop.bridge.control.DecisionSeed;
import org.strop.bridge.control.FaultLatch;
import org.strop.bridge.control.Observation;
import org.strop.bridge.control.ObservationHistory;
import org.strop.bridge.control.SafetyFilter;
import org.strop.bridge.control.SafetyLimits;
import org.strop.bridge.trajectory.ActionChunk;
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
  private final Observation observation = new Observation();
  private final ObservationHistory history;
  private final long decisionSeed;
  private final double[] command = new double[7];
  private @Nullable FloatMatrix chunk;
  private int chunkStep;
  private long decisions;

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
    tickS = task.tickNanos() * 1e-9; // as the run loop computes it
    this.exploration =
        exploration.map(e -> new Exploration(e, tickS, spec.seed(), spec.variant())).orElse(null);
    history = new ObservationHistory(policy);
    decisionSeed =
        spec.variant() == 0
            ? spec.seed() // as the run loop has it
            : Streams.POLICY.seedOf(spec.seed(), spec.variant(), 0);
    observe();
  }

  private void observe() {
    log.observe();
    widen(log.state(), observation.pose);
    widen(log.wrench(), observation.wrench);
    observation.stampNanos = log.stamp();
    history.add(observation);
  }

  boolean finished() {
    return cell.finished() || filter.latch().isRaised();
  }

  /** Returns the policy's window at the current tick, for its next decision. */
  ObservationWindow window() {
    return history.window(DecisionSeed.of(decisionSeed, decisions++));
  }

  void follow(ActionChunk next) {
    chunk = next.actions();
    chunkStep = 0;
    if (exploration != null) {
      exploration.draw();
    }
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
    widen(action, command);
    if (filter.step(observation.pose, observation.wrench, command, tickS, command)) {
      for (int i = 0; i < action.length; i++) {
        action[i] = (float) command[i];
      }
      cell.command(action);
    } else {
      System.arraycopy(log.state(), 0, action, 0, action.length); // nothing sent: the arm stays
    }
    log.act(action);
    cell.advanceTick();
    observe();
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
            "decision_seed", Long.toString(decisionSeed),
            "limited_steps", Long.toString(filter.limitedSteps())));
  }
}
