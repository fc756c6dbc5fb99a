package org.strop.bridge.control.robot;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.strop.bridge.control.LoopConfig;
import org.strop.bridge.control.SafetyLimits;
import org.strop.configs.Bounds;
import org.strop.configs.SelfChecking;

/**
 * A robot as a lab describes it: {@code configs/robots/*.yaml}.
 *
 * @param name robot name, in every trajectory
 * @param task task name, in every trajectory
 * @param joints joint names, in the order of our vectors; messages are mapped by name
 * @param jointUnits unit of each joint's position: {@code m} or {@code rad}
 * @param policyHz rate of the policy and of aligned trajectories, Hz
 * @param frames coordinate frames
 * @param topics topics and their rates
 * @param namespace of the cell's parameters and its reset and start services, for example {@code
 *     /peeling_cell}; where the robot has them
 * @param limits safety limits
 * @param recording how recordings are cut and guarded
 * @param loop how the run loop turns
 */
public record RobotConfig(
    String name,
    String task,
    List<String> joints,
    List<String> jointUnits,
    @Bounds(min = 0, exclusiveMin = true, max = 1000) double policyHz,
    FrameNames frames,
    TopicMap topics,
    Optional<String> namespace,
    SafetyLimits limits,
    RecordingConfig recording,
    LoopConfig loop)
    implements SelfChecking {
  private static final Set<String> UNITS = Set.of("m", "rad");

  /** Copies the lists. */
  public RobotConfig {
    joints = List.copyOf(joints);
    jointUnits = List.copyOf(jointUnits);
  }

  @Override
  public void check(Problems problems) {
    if (joints.isEmpty() || new HashSet<>(joints).size() != joints.size()) {
      problems.add("joints", "is " + joints + ", but must name each joint once", "List each once.");
    }
    if (jointUnits.size() != joints.size() || !UNITS.containsAll(jointUnits)) {
      problems.add(
          "joint_units",
          "is " + jointUnits + ", but must be m or rad for each of " + joints,
          "Give one unit for each joint.");
    }
    if (recording.maxGapS() * topics.pose().rateHz() < 1) {
      problems.add(
          "recording.max_gap_s",
          "is " + recording.maxGapS() + " s, which is less than one sample of topics.pose",
          "Raise max_gap_s to at least " + 2 / topics.pose().rateHz() + ".");
    }
    if (limits.commandMaxAgeS() * policyHz < 1) {
      problems.add(
          "limits.command_max_age_s",
          "is " + limits.commandMaxAgeS() + " s, which is less than one step of the policy",
          "Raise command_max_age_s to at least " + 2 / policyHz + ".");
    }
  }

  /** Returns the time between two steps of the policy, ns. */
  public long policyStepNanos() {
    return Math.round(1e9 / policyHz);
  }
}
