package org.strop.bridge.control;

import java.util.Optional;
import java.util.Set;

/**
 * What a run of the loop did.
 *
 * @param outcome why it ended
 * @param ticks commands computed
 * @param decisions chunks asked for
 * @param heldTicks ticks on which a fault was latched
 * @param limitedTicks ticks on which the safety filter changed the command
 * @param lateChunks chunks dropped because all their actions lay in the past
 * @param outdatedChunks chunks dropped because a newer one was there
 * @param missedDeadlines ticks left out because the loop came too late; real time only
 * @param worstLatenessNanos furthest that a tick came after its deadline, ns; real time only
 * @param measuredHz ticks a second, of the robot's clock in lockstep, else of wall time
 * @param fault first fault that was latched when it ended
 * @param faults every fault since the last that a person cleared
 */
public record RunReport(
    Outcome outcome,
    long ticks,
    long decisions,
    long heldTicks,
    long limitedTicks,
    long lateChunks,
    long outdatedChunks,
    long missedDeadlines,
    long worstLatenessNanos,
    double measuredHz,
    Optional<Fault> fault,
    Set<Fault> faults) {
  /** Why a run ended. */
  public enum Outcome {
    /** The robot's episode ended. */
    ENDED,
    /** {@link RunLoop#stop} was called. */
    STOPPED,
    /** No observation came in time. */
    NO_OBSERVATION
  }

  /** Copies the set. */
  public RunReport {
    faults = Set.copyOf(faults);
  }
}
