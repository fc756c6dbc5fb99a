package org.strop.sim.suite.task;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.strop.bridge.trajectory.ChannelSpec;
import org.strop.configs.Bounds;
import org.strop.configs.ConfigLoader;
import org.strop.configs.SelfChecking;

/**
 * A task of the transfer suite.
 *
 * @param name for logs and {@code TrajectoryInfo.task}; the name of its file
 * @param what it asks for, for people
 * @param rateHz rate of observations and actions, Hz
 * @param substeps steps of the integration within one of these
 * @param horizon steps of an episode; it always runs to the end, so that faster is better
 * @param hand the end effector
 * @param contact stiffness of contacts
 * @param mechanism what it works on
 * @param reward dense reward
 * @param success what counts as solved
 * @param grades how the policies between expert and random differ from the expert
 */
public record SuiteTask(
    String name,
    String what,
    @Bounds(min = 1, max = 200) int rateHz,
    @Bounds(min = 1, max = 1000) int substeps,
    @Bounds(min = 1, max = 100000) int horizon,
    HandConfig hand,
    ContactConfig contact,
    Mechanism mechanism,
    SuiteReward reward,
    SuiteSuccess success,
    GradeConfig grades)
    implements SelfChecking {
  /** The four actions, each in [−1, 1]; a positive grip closes the fingers. */
  public static final ChannelSpec ACTION =
      new ChannelSpec(
          "action", List.of("dx", "dy", "dz", "grip"), List.of("1", "1", "1", "1"), "world");

  private static final List<String> HAND_COLUMNS = List.of("hand_x", "hand_y", "hand_z", "opening");

  @Override
  public void check(Problems problems) {
    double h = 1.0 / ((double) rateHz * substeps);
    double wave = Math.sqrt(hand.stiffnessNPerM() / hand.massKg());
    stable(problems, "hand.damping_ratio", 2 * hand.dampingRatio() * wave * h);
    stable(problems, "hand.stiffness_n_per_m", wave * h);
    stable(
        problems, "hand.grip_damping_ns_per_m", hand.gripDampingNSPerM() / hand.fingerMassKg() * h);
    if (mechanism instanceof Articulated a) {
      stable(problems, "mechanism.joint.damping", a.joint().damping() / a.joint().inertia() * h);
      double spring = Math.sqrt(a.joint().spring() / a.joint().inertia());
      stable(problems, "mechanism.joint.spring", spring * h);
    }
  }

  /** Springs and dampers are integrated explicitly: what they do in a substep must stay below 1. */
  private static void stable(Problems problems, String key, double share) {
    if (share > 1 + 1e-9) {
      String what = "is too much for the substep: %.2f of the motion, but at most 1";
      problems.add(key, String.format(Locale.ROOT, what, share), "lower it, or raise substeps");
    }
  }

  /**
   * Loads a task file.
   *
   * @throws org.strop.configs.StropException with everything that is wrong in it
   */
  public static SuiteTask load(Path file, List<String> overrides) {
    return ConfigLoader.load(file, overrides, SuiteTask.class).value();
  }

  /**
   * Returns the channel {@code observation.state} of this task: the hand's place (m), how far it is
   * open (0 to 1), then what the mechanism shows. Its width differs between tasks.
   */
  public ChannelSpec state() {
    List<String> names = new ArrayList<>(HAND_COLUMNS);
    List<String> units = new ArrayList<>(List.of("m", "m", "m", "1"));
    for (ObjectColumn column : mechanism.observe()) {
      names.addAll(column.names());
      units.addAll(Collections.nCopies(column.names().size(), unit(column)));
    }
    return new ChannelSpec("observation.state", names, units, "world");
  }

  private String unit(ObjectColumn column) {
    boolean hinge =
        mechanism instanceof Articulated a && a.joint().motion() instanceof JointConfig.Hinge;
    if (column == ObjectColumn.JOINT) {
      return hinge ? "rad" : "m";
    }
    if (column == ObjectColumn.JOINT_SPEED) {
      return hinge ? "rad/s" : "m/s";
    }
    return column.unit();
  }
}
