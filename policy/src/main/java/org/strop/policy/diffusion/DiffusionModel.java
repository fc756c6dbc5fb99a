package org.strop.policy.diffusion;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.SplittableRandom;
import org.strop.policy.nn.ParameterLayout;
import org.strop.policy.nn.Parameters;
import org.strop.policy.nn.Scalars;
import org.strop.policy.nn.Seeds;

/**
 * The learning problem and the sampler of a diffusion policy, on encoded vectors. Holds no arrays:
 * parameters are given at each call.
 */
public final class DiffusionModel {
  private final NoiseSchedule schedule;
  private final Ddim ddim;
  private final Denoiser denoiser;
  private final float[] active;
  private final Prediction prediction;

  /**
   * Creates a model of a configuration.
   *
   * @param processor gives the widths and the constant components, which are left out of the loss
   */
  public DiffusionModel(DiffusionConfig config, ChunkProcessor processor) {
    schedule = new NoiseSchedule(config.denoisingSteps());
    ddim = new Ddim(schedule, config.inferenceSteps());
    denoiser =
        new Denoiser(
            config.network(),
            processor.chunkWidth(),
            processor.observationWidth(),
            config.denoisingSteps());
    active = processor.activeMask();
    prediction = config.prediction();
  }

  /** Returns names and shapes of the parameters. */
  public ParameterLayout layout() {
    return denoiser.layout();
  }

  /**
   * A batch of noisy chunks.
   *
   * @param input rows [x_t | o | features of t], B · inputWidth values
   * @param target ε or x₀, B · chunk values, 0 in constant components
   */
  @SuppressWarnings("ArrayRecordComponent") // lives for one step, never compared
  record Batch(int size, float[] input, float[] target) {}

  /** Draws diffusion steps and noise for the given windows and adds it to their chunks. */
  Batch noisy(EncodedWindows windows, int[] rows, SplittableRandom random) {
    int width = denoiser.chunkWidth();
    float[] noise = new float[rows.length * width];
    Seeds.gaussian(random, noise);
    float[] input = new float[rows.length * denoiser.inputWidth()];
    float[] noisy = new float[width];
    for (int b = 0; b < rows.length; b++) {
      int t = random.nextInt(schedule.steps());
      for (int i = 0; i < width; i++) {
        int at = b * width + i;
        float clean = windows.chunks()[rows[b] * width + i]; // 0 in constant components
        noisy[i] = schedule.add(clean, noise[at] * active[i], t);
        noise[at] = prediction == Prediction.EPSILON ? noise[at] * active[i] : clean;
      }
      denoiser.fillChunk(noisy, 0, input, b);
      int from = rows[b] * denoiser.observationWidth();
      denoiser.fillCondition(windows.observations(), from, t, input, b);
    }
    return new Batch(rows.length, input, noise); // by now the target
  }

  /**
   * Returns the mean of (ε − ε_θ)², or of (x₀ − x̂₀)², over the batch and the components that are
   * not constant.
   *
   * @return scalar; belongs to {@code step}
   */
  NDArray loss(NDManager step, Parameters p, Batch batch) {
    NDArray input = step.create(batch.input(), new Shape(batch.size(), denoiser.inputWidth()));
    NDArray target = step.create(batch.target(), new Shape(batch.size(), denoiser.chunkWidth()));
    NDArray mask = step.create(active, new Shape(1, denoiser.chunkWidth()));
    NDArray error = denoiser.forward(p, input).sub(target).mul(mask);
    double share = 0;
    for (float a : active) {
      share += a / active.length;
    }
    return Scalars.over(error.square().mean(), (float) Math.max(share, 1e-6));
  }

  /**
   * Returns one encoded chunk per observation, by DDIM from the noise of its seed.
   *
   * @param observations encoded, n · observationWidth values; not modified
   * @param seeds one per observation: equal inputs, equal chunks
   * @return n · chunkWidth values in [-1, 1]
   */
  public float[] sample(NDManager parent, Parameters p, float[] observations, long[] seeds) {
    int width = denoiser.chunkWidth();
    float[] x = startNoise(seeds);
    float[] input = new float[seeds.length * denoiser.inputWidth()];
    for (int t : ddim.timesteps()) {
      for (int b = 0; b < seeds.length; b++) {
        denoiser.fillChunk(x, b * width, input, b);
        denoiser.fillCondition(observations, b * denoiser.observationWidth(), t, input, b);
      }
      float[] noise = predict(parent, p, input, seeds.length);
      for (int i = 0; i < noise.length; i++) {
        noise[i] *= active[i % width];
      }
      if (prediction == Prediction.SAMPLE) {
        ddim.toNoise(x, noise, t);
      }
      ddim.step(x, noise, t);
    }
    return x;
  }

  private float[] startNoise(long[] seeds) {
    int width = denoiser.chunkWidth();
    float[] x = new float[seeds.length * width];
    float[] one = new float[width];
    for (int b = 0; b < seeds.length; b++) {
      Seeds.gaussian(Seeds.stream(seeds[b], "ddim", 0), one);
      for (int i = 0; i < width; i++) {
        x[b * width + i] = one[i] * active[i];
      }
    }
    return x;
  }

  private float[] predict(NDManager parent, Parameters p, float[] input, int size) {
    try (NDManager scope = parent.newSubManager()) {
      NDArray rows = scope.create(input, new Shape(size, denoiser.inputWidth()));
      return denoiser.forward(p, rows).toFloatArray();
    }
  }
}
