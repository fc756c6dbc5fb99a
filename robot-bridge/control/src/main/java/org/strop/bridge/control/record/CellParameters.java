package org.strop.bridge.control.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.strop.bridge.ros.RosParameters;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.Workpiece;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/** The cell's parameters: what to run, and what lies on the tray. */
final class CellParameters {
  private final RosParameters parameters;
  private final String namespace;

  CellParameters(RosParameters parameters, String namespace) {
    this.parameters = parameters;
    this.namespace = namespace;
  }

  void request(EpisodeRequest request) {
    parameters.set(namespace + "/seed", seed(request.seed()));
    parameters.set(namespace + "/produce", request.produce());
    parameters.set(namespace + "/driver", request.driver().word());
    parameters.set(namespace + "/lockstep", request.lockstep());
    parameters.set(namespace + "/speed", request.speed());
  }

  /** XML-RPC integers have 32 bits; larger seeds travel as text. */
  private static Object seed(long seed) {
    if (seed == (int) seed) {
      return (int) seed;
    }
    return Long.toString(seed);
  }

  /** Returns what lies on the tray, if the cell says it. */
  Optional<Workpiece> workpiece() {
    Optional<Object> kind = parameters.get(namespace + "/workpiece/kind");
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    List<Float> x = numbers("x");
    List<Float> z = numbers("z");
    List<Float> radius = numbers("radius");
    if (x.size() != z.size() || x.size() != radius.size()) {
      throw wrong(
          "x, z, radius",
          "lists of lengths "
              + x.size()
              + ", "
              + z.size()
              + ", "
              + radius.size()
              + "; expected the same length");
    }
    List<float[]> rows = new ArrayList<>();
    for (int i = 0; i < x.size(); i++) {
      rows.add(new float[] {x.get(i), z.get(i), radius.get(i)});
    }
    double skin =
        parameters
            .get(namespace + "/workpiece/skin_thickness_m")
            .filter(Number.class::isInstance)
            .map(value -> ((Number) value).doubleValue())
            .orElseThrow(() -> wrong("skin_thickness_m", "not a number"));
    try {
      return Optional.of(
          new Workpiece(String.valueOf(kind.get()), FloatMatrix.ofRows(3, rows), skin));
    } catch (IllegalArgumentException e) {
      throw wrong("x, z, radius", String.valueOf(e.getMessage()));
    }
  }

  private List<Float> numbers(String name) {
    Object value = parameters.get(namespace + "/workpiece/" + name).orElse(List.of());
    List<Float> numbers = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (Object element : list) {
        if (!(element instanceof Number number)) {
          throw wrong(name, "a list with '" + element + "'; expected numbers");
        }
        numbers.add(number.floatValue());
      }
    }
    return numbers;
  }

  private StropException wrong(String name, String what) {
    return new StropException(
        ErrorCode.CORRUPT_DATA,
        "the cell's workpiece parameters are " + what + ".",
        "parameter " + namespace + "/workpiece/{" + name + "}",
        "Reset the cell; if that does not help, update its node to this release.");
  }
}
