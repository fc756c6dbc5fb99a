package org.strop.sim.ros;

import java.util.List;
import java.util.Optional;
import org.strop.bridge.ros.RosParameters;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.sim.fault.FaultConfig;
import org.strop.sim.fault.FaultList;
import org.strop.sim.task.TaskConfig;

/**
 * What the parameters under {@code /peeling_cell} ask for.
 *
 * @param seed of the episode
 * @param produce a kind, or {@code mixed}
 * @param demonstrator whether the scripted person drives; else commands come from outside
 * @param lockstep whether the cell waits at each policy tick for an outside command
 * @param speed simulated seconds per wall second; 0 is as fast as possible
 * @param faults planned for the episode, where the parameter is set; else the task's are
 */
record CellRequest(
    long seed,
    String produce,
    boolean demonstrator,
    boolean lockstep,
    double speed,
    Optional<List<FaultConfig>> faults) {

  static final String NAMESPACE = "/peeling_cell";

  /** Sets every parameter that nobody has set yet. */
  static void setDefaults(RosParameters parameters) {
    setDefault(parameters, "/use_sim_time", true);
    setDefault(parameters, NAMESPACE + "/seed", 1);
    setDefault(parameters, NAMESPACE + "/produce", TaskConfig.MIXED);
    setDefault(parameters, NAMESPACE + "/driver", "demonstrator");
    setDefault(parameters, NAMESPACE + "/lockstep", true);
    setDefault(parameters, NAMESPACE + "/speed", 0.0);
  }

  private static void setDefault(RosParameters parameters, String key, Object value) {
    if (parameters.get(key).isEmpty()) {
      parameters.set(key, value);
    }
  }

  /**
   * Reads the parameters.
   *
   * @throws StropException if one is missing or of another kind; names it
   */
  static CellRequest read(RosParameters parameters) {
    String driver = text(parameters, "driver");
    if (!driver.equals("demonstrator") && !driver.equals("external")) {
      throw wrong("driver", driver, "demonstrator or external");
    }
    double speed = number(parameters, "speed");
    boolean lockstep = flag(parameters, "lockstep");
    boolean demonstrator = driver.equals("demonstrator");
    if (!(speed >= 0) || Double.isInfinite(speed)) {
      throw wrong("speed", speed, "a number of at least 0");
    }
    if (speed == 0 && !lockstep && !demonstrator) {
      throw wrong("speed", speed, "above 0, or lockstep true: without either no driver keeps up");
    }
    return new CellRequest(
        seed(parameters),
        text(parameters, "produce"),
        demonstrator,
        lockstep,
        speed,
        faults(parameters, "faults"));
  }

  /** Reads the faults that the service is to trigger now. */
  static List<FaultConfig> trigger(RosParameters parameters) {
    return faults(parameters, "trigger")
        .orElseThrow(() -> wrong("trigger", "not set", "a list of faults"));
  }

  private static Optional<List<FaultConfig>> faults(RosParameters parameters, String key) {
    return parameters
        .get(NAMESPACE + "/" + key)
        .map(value -> FaultList.parse(value, "ROS parameter " + NAMESPACE + "/" + key));
  }

  private static long seed(RosParameters parameters) {
    Object value = value(parameters, "seed");
    try {
      return Long.parseLong(String.valueOf(value)); // 64-bit seeds come as text
    } catch (NumberFormatException e) {
      throw wrong("seed", value, "a whole number");
    }
  }

  private static String text(RosParameters parameters, String key) {
    return String.valueOf(value(parameters, key));
  }

  private static double number(RosParameters parameters, String key) {
    Object value = value(parameters, key);
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw wrong(key, value, "a number");
  }

  private static boolean flag(RosParameters parameters, String key) {
    Object value = value(parameters, key);
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw wrong(key, value, "true or false");
  }

  private static Object value(RosParameters parameters, String key) {
    Optional<Object> value = parameters.get(NAMESPACE + "/" + key);
    return value.orElseThrow(() -> wrong(key, "not set", "set"));
  }

  private static StropException wrong(String key, Object value, String expected) {
    return new StropException(
        ErrorCode.CONFIG,
        "parameter " + NAMESPACE + "/" + key + " is " + value + ", but must be " + expected,
        "ROS parameter server",
        "set it, for example: rosparam set " + NAMESPACE + "/" + key + " ...");
  }
}
