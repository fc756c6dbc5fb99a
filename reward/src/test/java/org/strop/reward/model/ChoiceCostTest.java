package org.strop.reward.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.strop.policy.nn.AutogradLock;
import org.strop.policy.nn.Torch;
import org.strop.reward.Golden;
import org.strop.reward.likelihood.BradleyTerry;

/** The tensor form of the likelihood against PyTorch's values and the exact double form. */
@ResourceLock("autograd")
class ChoiceCostTest {
  /** float32, and PyTorch's softplus is linear above 20: an absolute error of 2e-9 at most. */
  private static final double F32 = 1e-6;

  @Test
  void costAndGradientMatchPyTorch() {
    try (NDManager manager = Torch.start(TestConfigs.shipped().compute()).newManager()) {
      for (JsonNode row : Golden.read("bradley_terry").get("cases")) {
        float logit = (float) row.get("logit").asDouble();
        float label = (float) row.get("label").asDouble();
        float[] found = costAndGradient(manager, logit, label);
        assertClose(found[0], row.get("cost").asDouble());
        assertClose(found[1], row.get("gradient").asDouble());
      }
    }
  }

  @Test
  void hugeLogitsStayFinite() {
    try (NDManager manager = Torch.start(TestConfigs.shipped().compute()).newManager()) {
      for (float logit : new float[] {3e38f, -3e38f, 1e-38f, 0}) {
        float[] found = costAndGradient(manager, logit, 0.5f);
        assertClose(found[0], BradleyTerry.cost(logit, 0.5));
        assertClose(found[1], BradleyTerry.gradient(logit, 0.5));
      }
    }
  }

  private static float[] costAndGradient(NDManager manager, float logit, float label) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray z = scope.create(new float[] {logit});
      z.setRequiresGradient(true);
      try (AutogradLock.Scope autograd = AutogradLock.acquire()) {
        NDArray cost = PlainCosts.choiceCost(z, scope.create(new float[] {label})).sum();
        autograd.backward(cost);
        try (NDArray gradient = z.getGradient()) {
          return new float[] {cost.getFloat(), gradient.getFloat(0)};
        }
      }
    }
  }

  private static void assertClose(float found, double expected) {
    assertThat((double) found).isCloseTo(expected, within(F32 * Math.max(1, Math.abs(expected))));
  }
}
