package org.strop.policy.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.strop.policy.nn.Golden.F32_SUM;
import static org.strop.policy.nn.Golden.assertClose;
import static org.strop.policy.nn.Golden.wave;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LayersGoldenTest {
  private static final JsonNode GOLDEN = Golden.load("nn.json");
  private final Torch torch = Torch.start(new ComputeConfig(DeviceKind.CPU, 1));

  @ParameterizedTest
  @EnumSource
  void activationsAreThoseOfPyTorchWithTheirGradients(Activation activation) {
    JsonNode golden = GOLDEN.path("activations").path(activation.name());
    ParameterLayout layout = new ParameterLayout();
    int x = layout.add("x", new Initializer.Constant(0), 9);
    check(
        layout,
        wave(9, 0.4, 3),
        wave(9, 0.1, 1),
        new Shape(9),
        (p, none) -> activation.apply(p.get(x)),
        golden);
  }

  @Test
  void layerNormIsThatOfPyTorchWithItsGradient() {
    ParameterLayout layout = new ParameterLayout();
    LayerNorm norm = LayerNorm.declare(layout, "norm", 4);
    float[] values = new float[8];
    System.arraycopy(wave(4, 0.5, 1), 0, values, 0, 4);
    System.arraycopy(wave(4, 0.7, 1), 0, values, 4, 4);
    check(
        layout,
        values,
        wave(12, 0.9, 1),
        new Shape(3, 4),
        (p, m) -> norm.forward(p, m.create(wave(12, 0.2, 2), new Shape(3, 4))),
        GOLDEN.path("layer_norm"));
  }

  @Test
  void mlpIsThatOfPyTorchWithItsGradient() {
    ParameterLayout layout = new ParameterLayout();
    Mlp mlp = Mlp.declare(layout, "mlp", 1, Activation.GELU, 3, 5, 2);
    JsonNode golden = GOLDEN.path("mlp");
    try (NDManager m = torch.newManager();
        Parameters p = Parameters.initialize(m, layout, 1);
        AutogradLock.Scope autograd = AutogradLock.acquire()) {
      p.load(wave(layout.size(), 0.3, 0.8));
      NDArray y = mlp.forward(p, m.create(wave(12, 0.6, 1.5), new Shape(4, 3)));
      NDArray loss = y.sub(m.create(wave(8, 1.1, 1), new Shape(4, 2))).square().mean();
      autograd.backward(loss);
      assertClose(y, golden.path("value"), F32_SUM);
      assertThat((double) loss.getFloat()).isCloseTo(golden.path("loss").asDouble(), within(1e-6));
      assertClose(p.takeGradient(m), golden.path("gradient"), F32_SUM);
    }
  }

  @Test
  void transformerBlockIsThatOfPyTorchWithItsGradient() {
    ParameterLayout layout = new ParameterLayout();
    TransformerBlock block = TransformerBlock.declare(layout, "block", 1, 4, 2, 6);
    check(
        layout,
        wave(layout.size(), 0.3, 0.8),
        wave(24, 0.9, 1),
        new Shape(1, 6, 4),
        (p, m) -> block.forward(p, m.create(wave(24, 0.6, 1.5), new Shape(1, 6, 4)), 3),
        GOLDEN.path("transformer_block"));
  }

  @Test
  void membersOfATransformerDoNotMixAndNoStepSeesLaterOnes() {
    ParameterLayout layout = new ParameterLayout();
    TransformerBlock block = TransformerBlock.declare(layout, "block", 3, 4, 2, 6);
    try (NDManager m = torch.newManager();
        Parameters p = Parameters.initialize(m, layout, 5)) {
      float[] x = wave(3 * 6 * 4, 0.2, 1);
      float[] before = blockOf(block, p, m, x);
      x[4 * 4] += 1; // member 0, run 1, step 1
      float[] after = blockOf(block, p, m, x);
      for (int i = 0; i < x.length; i++) {
        int member = i / 24;
        int step = i / 4 % 6;
        boolean reached = member == 0 && step >= 4;
        assertThat(after[i] != before[i]).as("value %d", i).isEqualTo(reached);
      }
    }
  }

  private static float[] blockOf(TransformerBlock block, Parameters p, NDManager m, float[] x) {
    return block.forward(p, m.create(x, new Shape(3, 6, 4)), 3).toFloatArray();
  }

  @Test
  void membersOfATransformerAreAsManyPlainOnes() {
    ParameterLayout one = new ParameterLayout();
    TransformerBlock plain = TransformerBlock.declare(one, "block", 1, 4, 2, 6);
    ParameterLayout three = new ParameterLayout();
    TransformerBlock ensemble = TransformerBlock.declare(three, "block", 3, 4, 2, 6);
    try (NDManager m = torch.newManager();
        Parameters all = Parameters.initialize(m, three, 5)) {
      all.load(wave(three.size(), 0.4, 0.7));
      NDArray x = m.create(wave(24, 0.2, 1), new Shape(1, 6, 4));
      NDArray together = ensemble.forward(all, x.repeat(0, 3), 3);
      for (int member = 0; member < 3; member++) {
        try (Parameters p = Parameters.initialize(m, one, 5)) {
          p.load(member(all, member));
          float[] alone = plain.forward(p, x, 3).toFloatArray();
          assertThat(together.get(member).toFloatArray()).containsExactly(alone, within(1e-5f));
        }
      }
    }
  }

  @Test
  void membersOfAnEnsembleAreAsManyPlainNetworks() {
    ParameterLayout one = new ParameterLayout();
    Mlp plain = Mlp.declare(one, "mlp", 1, Activation.SILU, 3, 4, 2);
    ParameterLayout three = new ParameterLayout();
    Mlp ensemble = Mlp.declare(three, "mlp", 3, Activation.SILU, 3, 4, 2);
    try (NDManager m = torch.newManager();
        Parameters all = Parameters.initialize(m, three, 5)) {
      NDArray x = m.create(wave(15, 0.2, 1), new Shape(5, 3));
      NDArray together = ensemble.forward(all, x);
      assertThat(together.getShape()).isEqualTo(new Shape(3, 5, 2));
      for (int member = 0; member < 3; member++) {
        try (Parameters p = Parameters.initialize(m, one, 5)) {
          p.load(member(all, member));
          float[] alone = plain.forward(p, x).toFloatArray();
          assertThat(together.get(member).toFloatArray()).containsExactly(alone, within(1e-6f));
        }
      }
    }
  }

  /** Returns one member's values in the layout of a plain network: its weights are transposed. */
  private static float[] member(Parameters all, int member) {
    float[] out = new float[all.layout().size() / 3];
    int at = 0;
    for (int slot = 0; slot < all.layout().entries().size(); slot++) {
      NDArray part = all.get(slot).get(member);
      boolean matrix = part.getShape().get(0) > 1; // biases and norms are [1, out]
      float[] values = (matrix ? part.transpose() : part).toFloatArray();
      System.arraycopy(values, 0, out, at, values.length);
      at += values.length;
    }
    return out;
  }

  @Test
  void aWrongWidthIsToldWithBothShapes() {
    ParameterLayout layout = new ParameterLayout();
    Linear linear = Linear.declare(layout, "linear", 1, 3, 2);
    try (NDManager m = torch.newManager();
        Parameters p = Parameters.initialize(m, layout, 1)) {
      NDArray x = m.zeros(new Shape(5, 4));
      assertThatThrownBy(() -> linear.forward(p, x))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("expected [..., 3], found (5, 4)");
    }
  }

  private void check(
      ParameterLayout layout,
      float[] values,
      float[] weights,
      Shape shape,
      BiFunction<Parameters, NDManager, NDArray> function,
      JsonNode golden) {
    try (NDManager m = torch.newManager();
        Parameters p = Parameters.initialize(m, layout, 1);
        AutogradLock.Scope autograd = AutogradLock.acquire()) {
      p.load(values);
      NDArray y = function.apply(p, m);
      autograd.backward(y.mul(m.create(weights, shape)).sum());
      assertClose(y, golden.path("value"), F32_SUM);
      assertClose(p.takeGradient(m), golden.path("gradient"), F32_SUM);
    }
  }
}
