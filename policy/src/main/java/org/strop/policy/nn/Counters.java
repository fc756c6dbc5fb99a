package org.strop.policy.nn;

import java.util.Map;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/** Whole numbers and vectors of a training state; a count is exact as two float halves. */
final class Counters {
  private static final int HALF = 1 << 20;

  private Counters() {}

  /** Returns a count below 2^44 as [count / 2^20, count mod 2^20]. */
  static Tensor tensor(long count) {
    return Tensor.vector((float) (count / HALF), (float) (count % HALF));
  }

  static long value(Map<String, Tensor> state, String name, String where) {
    Tensor halves = require(state, name, where, 2);
    return (long) halves.get(0) * HALF + (long) halves.get(1);
  }

  static Tensor require(Map<String, Tensor> state, String name, String where, int size) {
    Tensor tensor = state.get(name);
    if (tensor == null || tensor.size() != size) {
      throw new StropException(
          ErrorCode.CORRUPT_DATA,
          "expected tensor " + name + " with " + size + " values, found " + tensor,
          where,
          "resume with the configuration that the run was started with, or start a new run");
    }
    return tensor;
  }
}
