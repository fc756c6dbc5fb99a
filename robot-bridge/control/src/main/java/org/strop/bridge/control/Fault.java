package org.strop.bridge.control;

/** Why an arm holds. Latched until a person clears it. */
public enum Fault {
  /** A measured pose or wrench was NaN, infinite, or no rotation. */
  NON_FINITE_OBSERVATION(
      "a measured pose or wrench is not finite", "check the sensor and its link"),
  /** A commanded pose was NaN, infinite, or no rotation. */
  NON_FINITE_COMMAND(
      "a commanded pose is not finite", "check the policy's output and normalisation"),
  /** The time since the last step was not above 0. */
  BAD_TIME_STEP("time between two commands is not above 0", "check the clock of the control loop"),
  /** The arm stood outside the workspace when the first command came. */
  OUTSIDE_WORKSPACE(
      "the arm starts outside its workspace", "move it inside, or widen limits.workspace"),
  /** The measured force reached the hard limit. */
  FORCE_LIMIT(
      "the measured force reached limits.hard_force_n", "free the tool and look for damage"),
  /** No observation came for longer than allowed. */
  STALE_OBSERVATION("observations are too old", "check the robot's driver and the network"),
  /** No valid action came for longer than allowed. */
  STALE_COMMAND("commands are too old", "check the policy server, its load and the network"),
  /** The robot's clock was set while it ran. */
  CLOCK_JUMP(
      "the robot's clock jumped",
      "synchronise the clocks (chrony, PTP) and start the episode again"),
  /** The policy threw, or answered with another shape than it promised. */
  POLICY_FAILED("the policy failed", "read the policy's log"),
  /** The command link to the arm went silent. */
  LINK_LOST("no command reached the arm in time", "check the controller and the network"),
  /** The robot itself reports a fault. */
  ROBOT("the robot reports a fault", "clear it at the robot first");

  private final String what;
  private final String fix;

  Fault(String what, String fix) {
    this.what = what;
    this.fix = fix;
  }

  /** Returns what is wrong, for people. */
  public String what() {
    return what;
  }

  /** Returns how to mend it, one imperative sentence. */
  public String fix() {
    return fix;
  }
}
