package org.strop.policy.actor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.stream.IntStream;
import org.strop.policy.nn.Initializer;
import org.strop.policy.nn.MinMaxNormalizer;
import org.strop.policy.nn.Mlp;
import org.strop.policy.nn.ParameterLayout;
import org.strop.policy.nn.Parameters;
import org.strop.policy.nn.Scalars;

/**
 * π(a|o) on scaled vectors. Holds no arrays: parameters are given at each call.
 *
 * <pre>
 *   deterministic  log π = −‖μ(o) − a‖²
 *   Gaussian       log π = Σ_i −½((a_i − μ_i(o))/σ_i)² − log σ_i − ½·log 2π
 * </pre>
 *
 * Sums leave out constant components.
 */
public final class ActorNetwork {
  private static final float LOG_SIGMA_MIN = -5;
  private static final float LOG_SIGMA_MAX = 2;
  private static final float HALF_LOG_2_PI = (float) (0.5 * Math.log(2 * Math.PI));

  /** First log σ: a third of the half range. Ours. */
  private static final float LOG_SIGMA_START = -1;

  private final ParameterLayout layout = new ParameterLayout();
  private final Mlp mlp;
  private final int logSigma;
  private final float[] active;

  /** Creates a network for the channels of a scaling. */
  public ActorNetwork(ActorConfig config, ActorScaling scaling) {
    MinMaxNormalizer action = scaling.action();
    int in = scaling.observation().width();
    mlp = Mlp.declare(layout, "actor", 1, config.activation(), config.widths(in, action.width()));
    logSigma =
        config.distribution() == ActionDistribution.GAUSSIAN
            ? layout.add("log_sigma", new Initializer.Constant(LOG_SIGMA_START), 1, action.width())
            : -1;
    active = new float[action.width()];
    IntStream.range(0, active.length).forEach(i -> active[i] = action.isConstant(i) ? 0 : 1);
  }

  /** Returns names and shapes of the parameters. */
  public ParameterLayout layout() {
    return layout;
  }

  /**
   * Returns μ(o).
   *
   * @param observations scaled, shape [R, Do]
   * @return shape [R, Da]; belongs to the manager of the observations
   */
  public NDArray mean(Parameters p, NDArray observations) {
    return mlp.forward(p, observations);
  }

  /**
   * Returns log π(a|o) of each row.
   *
   * @param observations scaled, shape [R, Do]
   * @param actions scaled, shape [R, Da]
   * @return shape [R]; belongs to the manager of the observations
   */
  public NDArray logLikelihood(Parameters p, NDArray observations, NDArray actions) {
    NDManager step = observations.getManager();
    NDArray mask = step.create(active, new Shape(1, active.length));
    NDArray square = mean(p, observations).sub(actions).square();
    if (logSigma < 0) {
      return square.mul(mask).sum(new int[] {1}).neg();
    }
    // The first operand decides who owns the result: never the parameters' manager.
    NDArray log =
        step.ones(new Shape(1, active.length))
            .mul(p.get(logSigma))
            .clip(LOG_SIGMA_MIN, LOG_SIGMA_MAX);
    NDArray scaled = square.mul(Scalars.times(log, -2f).exp());
    NDArray perComponent = Scalars.times(scaled, -0.5f).sub(log).sub(HALF_LOG_2_PI);
    return perComponent.mul(mask).sum(new int[] {1});
  }
}
