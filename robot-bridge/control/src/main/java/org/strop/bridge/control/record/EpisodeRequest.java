package org.strop.bridge.control.record;

/**
 * One episode to run and record in a cell that can be reset.
 *
 * @param seed of the instance and its noise
 * @param produce kind of produce, as the cell names it
 * @param driver who commands
 * @param source who acted, for the trajectory: {@code demonstrator}, or the policy's name
 * @param lockstep the cell waits for each command of an external driver
 * @param speed simulated seconds a wall second; 0 for as fast as it goes
 */
public record EpisodeRequest(
    long seed, String produce, Driver driver, String source, boolean lockstep, double speed) {
  /** Who commands the arm. */
  public enum Driver {
    /** The demonstrator inside the cell's node. */
    DEMONSTRATOR("demonstrator"),
    /** A run loop outside. */
    EXTERNAL("external");

    private final String word;

    Driver(String word) {
      this.word = word;
    }

    /** Returns the parameter's value. */
    public String word() {
      return word;
    }
  }

  /** Returns a demonstration, as fast as it goes. */
  public static EpisodeRequest demonstration(long seed, String produce) {
    return new EpisodeRequest(seed, produce, Driver.DEMONSTRATOR, "demonstrator", false, 0);
  }
}
