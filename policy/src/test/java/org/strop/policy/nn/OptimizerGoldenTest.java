package org.strop.policy.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.strop.policy.nn.Golden.F32_SUM;
import static org.strop.policy.nn.Golden.assertClose;
import static org.strop.policy.nn.Golden.wave;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class OptimizerGoldenTest {
  private static final JsonNode GOLDEN = Golden.load("nn.json");
  private final Torch torch = Torch.start(new ComputeConfig(DeviceKind.CPU, 1));

  @Test
  void threeStepsOfAdamWAreThoseOfPyTorch() {
    JsonNode golden = GOLDEN.path("adamw");
    AdamWConfig config = new AdamWConfig(1, 0.95, 0.999, 1e-8, 0.01, 0, 1e9);
    try (NDManager m = torch.newManager();
        AdamW adamW = new AdamW(m, 6, config)) {
      NDArray theta = m.create(wave(6, 0.2, 1));
      for (int s = 0; s < 3; s++) {
        NDArray gradient = m.create(wave(6, 0.5 + s, Math.pow(10, 1 - s)));
        adamW.step(theta, gradient, golden.path("lr").get(s).asDouble());
        assertClose(theta, golden.path("weights").get(s), F32_SUM);
      }
    }
  }

  @Test
  void theAverageOfWeightsIsThatOfThePaper() {
    JsonNode golden = GOLDEN.path("ema");
    ParameterLayout layout = new ParameterLayout();
    layout.add("w", new Initializer.Constant(0), 4);
    try (NDManager m = torch.newManager();
        Parameters p = Parameters.initialize(m, layout, 1)) {
      p.load(wave(4, 0, 1));
      try (Ema ema = new Ema(p, 0.75)) {
        for (int s = 0; s < 5; s++) {
          double decay = golden.path("decay").get(s).asDouble();
          assertThat(Ema.decay(s, 0.75)).isCloseTo(decay, within(1e-12));
          p.load(wave(4, 0.3 * (s + 1), 1));
          ema.update(p.flat(), m.create(new float[4]));
          assertClose(ema.average().toArray(), golden.path("average").get(s), F32_SUM);
        }
      }
    }
  }

  @Test
  void theScheduleWarmsUpAndFallsToZero() {
    CosineSchedule schedule = new CosineSchedule(1e-3, 10, 50);
    JsonNode golden = GOLDEN.path("cosine");
    for (int i = 0; i < golden.size(); i++) {
      assertThat(schedule.at(5L * i)).isCloseTo(golden.get(i).asDouble(), within(1e-12));
    }
  }

  @Test
  void gradientsAreClippedToTheNorm() {
    JsonNode golden = GOLDEN.path("clipped");
    ParameterLayout layout = new ParameterLayout();
    int w = layout.add("w", new Initializer.Constant(0), 6);
    // With beta1 = 0 and a huge epsilon the first step is lr/epsilon times the clipped gradient.
    AdamWConfig config = new AdamWConfig(10, 0, 0, 1e6, 0, 0, 1.5);
    try (NDManager m = torch.newManager();
        Parameters p = Parameters.initialize(m, layout, 1);
        Learner learner = Learner.plain(p, config, 10)) {
      StepReport report = learner.step((s, q) -> q.get(w).mul(s.create(wave(6, 0.5, 4))).sum());
      assertThat(report.gradientNorm()).isCloseTo(golden.path("norm").asDouble(), within(1e-5));
      float[] step = p.toArray();
      for (int i = 0; i < step.length; i++) {
        double expected = -golden.path("gradient").get(i).asDouble() * 1e-5;
        assertThat((double) step[i]).isCloseTo(expected, within(1e-10));
      }
    }
  }
}
