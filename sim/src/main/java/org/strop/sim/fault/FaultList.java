package org.strop.sim.fault;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.strop.configs.ConfigLoader;

/**
 * Faults as text: what a ROS parameter holds.
 *
 * @param faults in any order
 */
public record FaultList(List<FaultConfig> faults) {
  /** Copies the list. */
  public FaultList {
    faults = List.copyOf(faults);
  }

  /**
   * Reads the value of a ROS parameter: a list of maps ({@code rosparam set NAME "[{kind: ...}]"}),
   * or the same as YAML text.
   *
   * @param source told in errors
   * @throws org.strop.configs.StropException with everything that is wrong in it
   */
  public static List<FaultConfig> parse(Object value, String source) {
    String yaml = value instanceof String text ? text : flow(value);
    return ConfigLoader.parse("faults: " + yaml, source, List.of(), FaultList.class)
        .value()
        .faults();
  }

  private static String flow(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(e -> e.getKey() + ": " + flow(e.getValue()))
          .sorted()
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(FaultList::flow).collect(Collectors.joining(", ", "[", "]"));
    }
    return String.valueOf(value);
  }
}
