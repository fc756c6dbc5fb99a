package org.strop.policy.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Map;

/**
 * AdamW (Loshchilov and Hutter 2019) on a flat parameter vector, in place.
 *
 * <pre>
 *   θ ← θ(1 − η·wd);   m ← β₁m + g;   v ← β₂v + g²
 *   θ ← θ − η · (1−β₁)/(1−β₁ᵗ) · m / (√(v·(1−β₂)/(1−β₂ᵗ)) + ε)
 * </pre>
 *
 * <p>m and v are kept as plain sums; the factors (1−β) that PyTorch multiplies in each step are in
 * the last line, so that no step allocates. State is saved as it is: resuming is exact.
 */
final class AdamW implements AutoCloseable {
  private final AdamWConfig config;
  private final NDManager manager;
  private final NDArray mean;
  private final NDArray square;
  private long steps;

  AdamW(NDManager parent, int size, AdamWConfig config) {
    this.config = config;
    this.manager = parent.newSubManager();
    this.mean = manager.zeros(new Shape(size));
    this.square = manager.zeros(new Shape(size));
  }

  /**
   * Makes one step.
   *
   * @param theta parameters, [N]; modified
   * @param gradient [N]; used as scratch and overwritten
   * @param learningRate η
   */
  void step(NDArray theta, NDArray gradient, double learningRate) {
    steps++;
    mean.muli(config.beta1()).addi(gradient);
    gradient.muli(gradient);
    square.muli(config.beta2()).addi(gradient);
    double correction2 = (1 - config.beta2()) / (1 - Math.pow(config.beta2(), steps));
    double correction1 = (1 - config.beta1()) / (1 - Math.pow(config.beta1(), steps));
    square.copyTo(gradient);
    gradient.powi(0.5).muli(Math.sqrt(correction2)).addi(config.epsilon());
    gradient.powi(-1).muli(mean).muli(learningRate * correction1);
    if (config.weightDecay() > 0) {
      theta.muli(1 - learningRate * config.weightDecay());
    }
    theta.subi(gradient);
  }

  void save(Map<String, Tensor> state) {
    state.put("adamw.mean", Tensor.vector(mean.toFloatArray()));
    state.put("adamw.square", Tensor.vector(square.toFloatArray()));
    state.put("adamw.steps", Counters.tensor(steps));
  }

  void restore(Map<String, Tensor> state, String where) {
    mean.set(Counters.require(state, "adamw.mean", where, (int) mean.size()).values());
    square.set(Counters.require(state, "adamw.square", where, (int) square.size()).values());
    steps = Counters.value(state, "adamw.steps", where);
  }

  @Override
  public void close() {
    manager.close();
  }
}
