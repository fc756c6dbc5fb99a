package org.strop.policy.nn;

import ai.djl.ndarray.NDArray;
import java.util.Map;

/**
 * Exponential moving average of weights with a decay that grows (Chi et al. 2023 and the library
 * they use).
 *
 * <pre>  d(s) = clamp(1 − (1 + s)^−power, 0, maxDecay),  s = updates − 1;  d = 0 for the first two
 *   θ̄ ← d·θ̄ + (1 − d)·θ</pre>
 */
final class Ema implements AutoCloseable {
  private static final double MAX_DECAY = 0.9999;

  private final double power;
  private final Parameters average;
  private long updates;

  Ema(Parameters source, double power) {
    this.power = power;
    this.average = source.frozenCopy();
  }

  static double decay(long updates, double power) {
    long s = Math.max(0, updates - 1);
    return s == 0 ? 0 : Math.min(MAX_DECAY, 1 - Math.pow(1 + (double) s, -power));
  }

  /**
   * Moves the average.
   *
   * @param theta [N]; not modified
   * @param scratch [N]; overwritten
   */
  void update(NDArray theta, NDArray scratch) {
    double decay = decay(updates++, power);
    theta.copyTo(scratch);
    average.flat().addi(scratch.subi(average.flat()).muli(1 - decay)); // θ̄ += (1 − d)(θ − θ̄)
  }

  Parameters average() {
    return average;
  }

  void save(Map<String, Tensor> state) {
    state.put("ema.weights", Tensor.vector(average.toArray()));
    state.put("ema.updates", Counters.tensor(updates));
  }

  void restore(Map<String, Tensor> state, String where) {
    int size = average.layout().size();
    average.load(Counters.require(state, "ema.weights", where, size).values());
    updates = Counters.value(state, "ema.updates", where);
  }

  @Override
  public void close() {
    average.close();
  }
}
