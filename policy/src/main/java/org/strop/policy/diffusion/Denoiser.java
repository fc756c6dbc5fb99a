package org.strop.policy.diffusion;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.strop.policy.nn.Activation;
import org.strop.policy.nn.LayerNorm;
import org.strop.policy.nn.Linear;
import org.strop.policy.nn.ParameterLayout;
import org.strop.policy.nn.Parameters;

/**
 * ε_θ(x_t, t, o): a residual perceptron over [x_t | o | features of t].
 *
 * <pre>  h = W_in·u;   h ← h + W₂·act(W₁·LN(h)) for each block;   ε = W_out·act(h)</pre>
 *
 * <p>Shapes: input [B, chunk + observation + timeFeatures], output [B, chunk].
 */
final class Denoiser {
  private final ParameterLayout layout = new ParameterLayout();
  private final Linear in;
  private final List<Block> blocks = new ArrayList<>();
  private final Linear out;
  private final Activation activation;
  private final int chunkWidth;
  private final int observationWidth;
  private final float[][] timeFeatures;

  private record Block(LayerNorm norm, Linear first, Linear second) {}

  Denoiser(NetworkConfig config, int chunkWidth, int observationWidth, int denoisingSteps) {
    this.chunkWidth = chunkWidth;
    this.observationWidth = observationWidth;
    this.activation = config.activation();
    this.timeFeatures = timeFeatures(denoisingSteps, config.timeFeatures());
    int width = config.width();
    in = Linear.declare(layout, "in", 1, inputWidth(), width);
    for (int b = 0; b < config.blocks(); b++) {
      String name = "blocks." + b;
      blocks.add(
          new Block(
              LayerNorm.declare(layout, name + ".norm", width),
              Linear.declare(layout, name + ".first", 1, width, width),
              Linear.declare(layout, name + ".second", 1, width, width)));
    }
    out = Linear.declare(layout, "out", 1, width, chunkWidth);
  }

  /** sin and cos of t at frequencies from 1 down to 1/10000 (Vaswani et al. 2017). */
  private static float[][] timeFeatures(int steps, int width) {
    int half = width / 2;
    float[][] table = new float[steps][2 * half];
    for (int t = 0; t < steps; t++) {
      for (int i = 0; i < half; i++) {
        double angle = t * Math.exp(-Math.log(10000) * i / Math.max(1, half - 1));
        table[t][i] = (float) Math.sin(angle);
        table[t][half + i] = (float) Math.cos(angle);
      }
    }
    return table;
  }

  ParameterLayout layout() {
    return layout;
  }

  int chunkWidth() {
    return chunkWidth;
  }

  int observationWidth() {
    return observationWidth;
  }

  int inputWidth() {
    return chunkWidth + observationWidth + timeFeatures[0].length;
  }

  /** Puts one row of the input together, all but the noisy chunk. */
  void fillCondition(float[] observations, int from, int t, float[] input, int row) {
    int at = row * inputWidth() + chunkWidth;
    System.arraycopy(observations, from, input, at, observationWidth);
    System.arraycopy(timeFeatures[t], 0, input, at + observationWidth, timeFeatures[t].length);
  }

  /** Puts the noisy chunk into one row of the input. */
  void fillChunk(float[] chunks, int from, float[] input, int row) {
    System.arraycopy(chunks, from, input, row * inputWidth(), chunkWidth);
  }

  /** Returns the predicted noise, [B, chunk]; belongs to the manager of the input. */
  NDArray forward(Parameters p, NDArray input) {
    NDArray h = in.forward(p, input);
    for (Block block : blocks) {
      NDArray inner = block.first().forward(p, block.norm().forward(p, h));
      h = h.add(block.second().forward(p, activation.apply(inner)));
    }
    return out.forward(p, activation.apply(h));
  }
}
