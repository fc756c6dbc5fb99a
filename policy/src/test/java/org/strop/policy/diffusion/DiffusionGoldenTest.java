package org.strop.policy.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.strop.policy.nn.Golden.F32_SUM;
import static org.strop.policy.nn.Golden.assertClose;
import static org.strop.policy.nn.Golden.wave;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.strop.bridge.trajectory.ChannelSpec;
import org.strop.policy.TinyConfigs;
import org.strop.policy.nn.Activation;
import org.strop.policy.nn.AdamWConfig;
import org.strop.policy.nn.Golden;
import org.strop.policy.nn.Learner;
import org.strop.policy.nn.Parameters;
import org.strop.policy.nn.StepReport;
import org.strop.policy.nn.Torch;

class DiffusionGoldenTest {
  private static final JsonNode GOLDEN = Golden.load("diffusion.json");
  private final Torch torch = Torch.start(TinyConfigs.CPU);
  private final NoiseSchedule schedule = new NoiseSchedule(100);

  @Test
  void theScheduleIsTheSquaredCosine() {
    JsonNode golden = GOLDEN.path("alpha_bar");
    for (int t = 0; t < 100; t++) {
      assertThat(schedule.alphaBar(t)).isCloseTo(golden.get(t).asDouble(), within(1e-12));
    }
    assertThat(schedule.alphaBar(-10)).isEqualTo(1);
  }

  @Test
  void aDdimStepIsThatOfTheLibraryOfThePaper() {
    Ddim ddim = new Ddim(schedule, 10);
    assertThat(ddim.timesteps()).containsExactly(90, 80, 70, 60, 50, 40, 30, 20, 10, 0);
    for (JsonNode golden : GOLDEN.path("ddim")) {
      float[] x = wave(6, 0.3, 1.5);
      ddim.step(x, wave(6, 0.9, 1), golden.path("t").asInt());
      assertClose(x, golden.path("x"), F32_SUM);
    }
  }

  /** Width 6, one block, chunk 4 with a constant third component, observation 3, batch of 2. */
  @Test
  void lossAndGradientAreThoseOfPyTorch() {
    JsonNode golden = GOLDEN.path("loss");
    DiffusionModel model = new DiffusionModel(config(), processor());
    DiffusionModel.Batch batch = batch(golden);
    assertClose(batch.input(), golden.path("input"), F32_SUM);
    try (NDManager m = torch.newManager();
        Parameters p = Parameters.initialize(m, model.layout(), 1);
        Learner learner = Learner.plain(p, firstStepIsTheGradient(), 10)) {
      p.load(wave(model.layout().size(), 0.3, 0.5));
      float[] before = p.toArray();
      StepReport report = learner.step((scope, q) -> model.loss(scope, q, batch));
      assertThat(report.loss()).isCloseTo(golden.path("loss").asDouble(), within(2e-6));
      float[] after = p.toArray();
      for (int i = 0; i < after.length; i++) {
        double gradient = (before[i] - after[i]) / 10.0;
        assertThat(gradient).isCloseTo(golden.path("gradient").get(i).asDouble(), within(2e-5));
      }
    }
  }

  @Test
  void thePredictedNoiseIsThatOfPyTorch() {
    JsonNode golden = GOLDEN.path("loss");
    Denoiser denoiser = new Denoiser(config().network(), 4, 3, 100);
    try (NDManager m = torch.newManager();
        Parameters p = Parameters.initialize(m, denoiser.layout(), 1)) {
      p.load(wave(denoiser.layout().size(), 0.3, 0.5));
      NDArray input = m.create(batch(golden).input()).reshape(2, denoiser.inputWidth());
      assertClose(denoiser.forward(p, input), golden.path("noise"), F32_SUM);
    }
  }

  /** With β₁ = β₂ = 0 and a huge ε the first step is lr/ε times the gradient. */
  private static AdamWConfig firstStepIsTheGradient() {
    return new AdamWConfig(1e7, 0, 0, 1e6, 0, 0, 1e9);
  }

  private DiffusionModel.Batch batch(JsonNode golden) {
    float[] mask = {1, 1, 0, 1};
    float[] clean = wave(8, 0.2, 1);
    float[] noise = wave(8, 1.7, 1.4);
    Denoiser denoiser = new Denoiser(config().network(), 4, 3, 100);
    float[] input = new float[2 * denoiser.inputWidth()];
    float[] noisy = new float[8];
    for (int b = 0; b < 2; b++) {
      int t = golden.path("t").get(b).asInt();
      for (int i = b * 4; i < b * 4 + 4; i++) {
        noise[i] *= mask[i % 4];
        noisy[i] = schedule.add(clean[i] * mask[i % 4], noise[i], t);
      }
      denoiser.fillChunk(noisy, b * 4, input, b);
      denoiser.fillCondition(wave(6, 0.8, 1), b * 3, t, input, b);
    }
    return new DiffusionModel.Batch(2, input, noise);
  }

  private static DiffusionConfig config() {
    return new DiffusionConfig(
        "golden",
        List.of(new ObservationInput("o", 1)),
        "action",
        1,
        1,
        false,
        100,
        10,
        Prediction.EPSILON,
        new NetworkConfig(6, 1, 4, Activation.GELU));
  }

  private static ChunkProcessor processor() {
    ChannelSpec o = new ChannelSpec("o", List.of("a", "b", "c"), List.of("1", "1", "1"), "");
    ChannelSpec a =
        new ChannelSpec("action", List.of("a", "b", "c", "d"), List.of("1", "1", "1", "1"), "");
    return new ChunkProcessor(
        new ChunkProcessor.State(
            List.of(new ChunkProcessor.Input(o, 1)),
            a,
            1,
            false,
            new float[0],
            new float[] {-1, -1, -1},
            new float[] {1, 1, 1},
            new float[] {-1, -1, 0, -1},
            new float[] {1, 1, 0, 1}));
  }
}
