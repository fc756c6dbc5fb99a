package org.strop.policy.finetune;

import ai.djl.ndarray.NDArray;
import org.strop.policy.diffusion.ChunkProcessor;
import org.strop.policy.nn.Activation;
import org.strop.policy.nn.Linear;
import org.strop.policy.nn.ParameterLayout;
import org.strop.policy.nn.Parameters;
import org.strop.policy.nn.Scalars;

/**
 * π_res(o, a_base): a two-layer perceptron with a bounded output that starts at 0.
 *
 * <p>Shapes: input [B, observation + Ta·Da], output [B, Ta·Da] in (−resScale, resScale).
 */
final class ResidualNetwork {
  private final ParameterLayout layout = new ParameterLayout();
  private final Linear hidden;
  private final Linear out;
  private final Activation activation;
  private final float bound;
  private final int observationWidth;
  private final int actionWidth;

  ResidualNetwork(ResidualConfig config, ChunkProcessor processor, int actionSteps) {
    observationWidth = processor.observationWidth();
    actionWidth = actionSteps * processor.state().action().width();
    activation = config.activation();
    bound = (float) config.resScale();
    hidden = Linear.declare(layout, "hidden", 1, inputWidth(), config.hiddenWidth());
    out = Linear.declareZero(layout, "out", 1, config.hiddenWidth(), actionWidth);
  }

  ParameterLayout layout() {
    return layout;
  }

  int inputWidth() {
    return observationWidth + actionWidth;
  }

  int actionWidth() {
    return actionWidth;
  }

  /**
   * Returns rows [o | first Ta steps of a_base].
   *
   * @param chunks base's whole chunks, n · chunkWidth values
   */
  float[] input(float[] observations, float[] chunks, int n) {
    int chunkWidth = chunks.length / Math.max(1, n);
    float[] rows = new float[n * inputWidth()];
    for (int i = 0; i < n; i++) {
      int at = i * inputWidth();
      System.arraycopy(observations, i * observationWidth, rows, at, observationWidth);
      System.arraycopy(chunks, i * chunkWidth, rows, at + observationWidth, actionWidth);
    }
    return rows;
  }

  /** Returns s·tanh(u/s); belongs to the manager of the input. */
  NDArray forward(Parameters p, NDArray input) {
    NDArray u = out.forward(p, activation.apply(hidden.forward(p, input)));
    return Scalars.times(Scalars.over(u, bound).tanh(), bound);
  }
}
