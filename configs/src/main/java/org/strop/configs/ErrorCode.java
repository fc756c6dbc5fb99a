package org.strop.configs;

/** Kind of a failure, with the process exit code that it leads to. */
public enum ErrorCode {
  /** A configuration file or override is wrong. */
  CONFIG(2),
  /** A command line is wrong. */
  USAGE(2),
  /** A file or folder that was asked for is not there. */
  MISSING_DATA(2),
  /** A file is there, but its content is damaged or of another kind. */
  CORRUPT_DATA(2),
  /** A file was written by a newer release than this one. */
  TOO_NEW(2),
  /** A device that was asked for (a GPU) is not there. */
  DEVICE(2),
  /** A network port is taken. */
  PORT_IN_USE(2),
  /** A peer (ROS master, node, policy server) does not answer. */
  UNREACHABLE(1),
  /** Reading or writing failed. */
  IO(1),
  /** A computation failed: diverged, not finite. */
  COMPUTATION(1),
  /** The robot or its safety filter raised a fault. */
  ROBOT_FAULT(3);

  private final int exitCode;

  ErrorCode(int exitCode) {
    this.exitCode = exitCode;
  }

  /** Returns the process exit code: 1 failed, 2 usage or configuration, 3 robot fault. */
  public int exitCode() {
    return exitCode;
  }
}
