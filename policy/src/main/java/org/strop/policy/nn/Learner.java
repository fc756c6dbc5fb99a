package org.strop.policy.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/**
 * Gradient descent on one set of parameters: AdamW, cosine schedule, clipping, and an average of
 * the weights if asked for.
 *
 * <p>Does not own the parameters, owns everything else. Same parameters, same losses, same steps:
 * the same weights, bit for bit, also when the state is saved and restored between two steps. Not
 * thread-safe; learners of several threads take turns in {@link AutogradLock}.
 */
public final class Learner implements AutoCloseable {
  private final Parameters parameters;
  private final AdamW optimizer;
  private final CosineSchedule schedule;
  private final double clipNorm;
  private final @Nullable Ema ema;
  private long step;

  private Learner(Parameters parameters, AdamWConfig config, int totalSteps, @Nullable Ema ema) {
    this.parameters = parameters;
    this.optimizer = new AdamW(parameters.manager(), parameters.layout().size(), config);
    this.schedule = new CosineSchedule(config.lr(), config.warmupSteps(), totalSteps);
    this.clipNorm = config.clipNorm();
    this.ema = ema;
  }

  /** Returns a learner without an average. */
  public static Learner plain(Parameters parameters, AdamWConfig config, int totalSteps) {
    return new Learner(parameters, config, totalSteps, null);
  }

  /**
   * Returns a learner that keeps an average of the weights.
   *
   * @param emaPower in (0, 1]; 0.75 in Chi et al. 2023
   */
  public static Learner averaging(
      Parameters parameters, AdamWConfig config, int totalSteps, double emaPower) {
    return new Learner(parameters, config, totalSteps, new Ema(parameters, emaPower));
  }

  /**
   * Makes one step. Everything that the loss creates is freed before this returns.
   *
   * @throws StropException {@code COMPUTATION} if loss or gradient is not finite; the parameters
   *     are then as before the step
   */
  public StepReport step(Loss loss) {
    try (NDManager scope = parameters.manager().newSubManager()) {
      double value;
      try (AutogradLock.Scope autograd = AutogradLock.acquire()) {
        NDArray scalar = loss.of(scope, parameters);
        value = scalar.toType(DataType.FLOAT64, false).getDouble(); // a scalar may be either
        if (Double.isFinite(value)) {
          autograd.backward(scalar);
        }
      }
      return apply(scope, value);
    }
  }

  private StepReport apply(NDManager scope, double loss) {
    double norm = Double.NaN;
    double rate = schedule.at(step);
    if (Double.isFinite(loss)) {
      NDArray gradient = parameters.takeGradient(scope);
      norm = gradient.norm().getFloat();
      if (Double.isFinite(norm)) {
        if (norm > clipNorm) {
          gradient.muli(clipNorm / norm); // g ← g·c/‖g‖
        }
        optimizer.step(parameters.flat(), gradient, rate);
        average(gradient);
        return new StepReport(step++, loss, norm, rate);
      }
      parameters.load(parameters.toArray()); // a NaN gradient can't be zeroed, only dropped
    }
    throw new StropException(
        ErrorCode.COMPUTATION,
        "training diverged: loss " + loss + ", gradient norm " + norm,
        "step " + step,
        "lower the learning rate, or look for NaN in the data with 'strop doctor'");
  }

  private void average(NDArray scratch) {
    if (ema != null) {
      ema.update(parameters.flat(), scratch);
    }
  }

  /** Returns the number of steps made. */
  public long stepsDone() {
    return step;
  }

  /** Returns the weights to use: the average where there is one, else the trained ones. */
  public Parameters weights() {
    return ema == null ? parameters : ema.average();
  }

  /** Returns everything that the next steps depend on, besides the losses. */
  public Map<String, Tensor> state() {
    Map<String, Tensor> state = new LinkedHashMap<>();
    state.put("learner.step", Counters.tensor(step));
    state.put("learner.weights", Tensor.vector(parameters.toArray()));
    optimizer.save(state);
    if (ema != null) {
      ema.save(state);
    }
    return state;
  }

  /**
   * Goes back to a saved state.
   *
   * @param where of the state, for messages
   * @throws StropException {@code CORRUPT_DATA} if a part is missing or does not fit
   */
  public void restore(Map<String, Tensor> state, String where) {
    int size = parameters.layout().size();
    parameters.load(Counters.require(state, "learner.weights", where, size).values());
    optimizer.restore(state, where);
    if (ema != null) {
      ema.restore(state, where);
    }
    step = Counters.value(state, "learner.step", where);
  }

  @Override
  public void close() {
    optimizer.close();
    if (ema != null) {
      ema.close();
    }
  }
}
