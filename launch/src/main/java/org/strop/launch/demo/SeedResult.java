package org.strop.launch.demo;

import java.util.List;
import org.strop.launch.eval.Arm;

/**
 * What one seed's run found.
 *
 * @param seed of the run
 * @param arms base, refined and control, on the same instances
 */
record SeedResult(long seed, List<Arm> arms) {
  static final String BASE = "base";
  static final String REFINED = "refined";
  static final String CONTROL = "control";

  SeedResult {
    arms = List.copyOf(arms);
  }

  Arm arm(String name) {
    return arms.stream()
        .filter(arm -> arm.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no arm " + name));
  }
}
