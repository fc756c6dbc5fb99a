package org.strop.policy.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

class LearnerTest {
  private static final int TOTAL = 60;
  private final NDManager root = Torch.start(new ComputeConfig(DeviceKind.CPU, 1)).newManager();
  private final ParameterLayout layout = new ParameterLayout();
  private final Mlp mlp = Mlp.declare(layout, "mlp", 1, Activation.SILU, 4, 16, 2);

  @AfterEach
  void close() {
    root.close();
  }

  private Learner learner(Parameters p) {
    AdamWConfig config = new AdamWConfig(1e-2, 0.95, 0.999, 1e-8, 1e-4, 5, 1);
    return Learner.averaging(p, config, TOTAL, 0.75);
  }

  /** A regression on noise that is a function of seed and step. */
  private Loss loss(long step) {
    return (scope, p) -> {
      float[] x = new float[32];
      Seeds.gaussian(Seeds.stream(7, "batch", step), x);
      NDArray in = scope.create(x, new Shape(8, 4));
      NDArray target = scope.create(new float[16], new Shape(8, 2)).add(0.3f);
      return mlp.forward(p, in).sub(target).square().mean();
    };
  }

  @Test
  void lossFalls() {
    try (Parameters p = Parameters.initialize(root, layout, 1);
        Learner learner = learner(p)) {
      double first = learner.step(loss(0)).loss();
      double last = first;
      for (int s = 1; s < TOTAL; s++) {
        last = learner.step(loss(s)).loss();
      }
      assertThat(last).isLessThan(0.3 * first);
      assertThat(learner.stepsDone()).isEqualTo(TOTAL);
    }
  }

  @Test
  void resumingIsExactBitForBit() {
    Map<String, Tensor> straight = run(root, Map.of(), 0, TOTAL);
    Map<String, Tensor> half = run(root, Map.of(), 0, TOTAL / 2);
    assertThat(run(root, half, TOTAL / 2, TOTAL)).isEqualTo(straight);
    assertThat(half).isNotEqualTo(straight);
  }

  private Map<String, Tensor> run(NDManager m, Map<String, Tensor> from, int begin, int end) {
    try (Parameters p = Parameters.initialize(m, layout, from.isEmpty() ? 1 : 99);
        Learner learner = learner(p)) {
      if (!from.isEmpty()) {
        learner.restore(from, "memory");
      }
      for (int s = begin; s < end; s++) {
        learner.step(loss(s));
      }
      return learner.state();
    }
  }

  @Test
  void aStateThatDoesNotFitIsRefused() {
    try (Parameters p = Parameters.initialize(root, layout, 1);
        Learner learner = learner(p)) {
      Map<String, Tensor> state = new HashMap<>(learner.state());
      state.remove("adamw.mean");
      assertThatThrownBy(() -> learner.restore(state, "memory"))
          .isInstanceOf(StropException.class)
          .hasMessageContaining("adamw.mean");
    }
  }

  @Test
  void aLossOfNanStopsTrainingAndLeavesTheWeights() {
    try (Parameters p = Parameters.initialize(root, layout, 1);
        Learner learner = learner(p)) {
      learner.step(loss(0));
      float[] before = p.toArray();
      assertThatThrownBy(() -> learner.step((s, q) -> loss(1).of(s, q).mul(Float.NaN)))
          .isInstanceOfSatisfying(
              StropException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.COMPUTATION));
      assertThat(p.toArray()).isEqualTo(before);
      assertThat(learner.step(loss(1)).gradientNorm()).isFinite();
    }
  }

  @Test
  void aGradientOfNanStopsTrainingAndIsForgotten() {
    try (Parameters p = Parameters.initialize(root, layout, 1);
        Learner learner = learner(p)) {
      // √0 has an infinite slope; times 0 it is NaN, while the value is finite.
      Loss nan = (s, q) -> mlp.forward(q, s.zeros(new Shape(1, 4))).mul(0).sqrt().sum();
      assertThatThrownBy(() -> learner.step(nan)).isInstanceOf(StropException.class);
      assertThat(learner.step(loss(0)).gradientNorm()).isFinite();
    }
  }

  @Test
  void stepsLeaveNoArraysBehind() {
    try (Parameters p = Parameters.initialize(root, layout, 1);
        Learner learner = learner(p)) {
      assertThat(LeakCheck.leaked(root, 2, 48, s -> learner.step(loss(s)))).isZero();
      NDArray kept = root.create(1f);
      assertThat(LeakCheck.leaked(root, 1, 5, s -> root.create(kept.getFloat()))).isEqualTo(5);
    }
  }

  @Test
  void memoryIsFlatOverTwoThousandSteps() throws IOException {
    ParameterLayout wide = new ParameterLayout();
    Mlp big = Mlp.declare(wide, "mlp", 1, Activation.GELU, 64, 128, 128, 64);
    float[] x = new float[64 * 64];
    Seeds.gaussian(Seeds.stream(1, "x", 0), x);
    Loss loss = (scope, p) -> big.forward(p, scope.create(x, new Shape(64, 64))).square().mean();
    try (Parameters p = Parameters.initialize(root, wide, 1);
        Learner learner = Learner.averaging(p, AdamWConfig.plain(1e-3), 4000, 0.75)) {
      run(learner, loss, 1000);
      int arrays = LeakCheck.liveArrays(root);
      long before = nativeBytes();
      run(learner, loss, 2000);
      assertThat(LeakCheck.liveArrays(root)).isEqualTo(arrays);
      // A step makes 300 kB; a leak of one array of it in each step would be 60 MB or more.
      assertThat(nativeBytes() - before).isLessThan(40_000_000);
    }
  }

  private static void run(Learner learner, Loss loss, int steps) {
    for (int i = 0; i < steps; i++) {
      learner.step(loss);
    }
  }

  /** Resident memory of this process, from Linux, less what the Java heap ever touched. */
  private static long nativeBytes() throws IOException {
    System.gc(); // batches pass through direct buffers, which are freed by the collector
    Path statm = Path.of("/proc/self/statm");
    Assumptions.assumeTrue(Files.exists(statm), "needs Linux's /proc");
    long resident = 4096 * Long.parseLong(Files.readString(statm).split(" ", 3)[1]);
    return resident
        - ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum();
  }

  @Test
  void aLossThatMissesAParameterLeavesItAlone() {
    ParameterLayout two = new ParameterLayout();
    int used = two.add("used", new Initializer.Constant(1), 2);
    two.add("unused", new Initializer.Constant(1), 2);
    try (Parameters p = Parameters.initialize(root, two, 1);
        Learner learner = Learner.plain(p, AdamWConfig.plain(0.1), 10)) {
      learner.step((s, q) -> q.get(used).square().sum());
      assertThat(p.toArray()[0]).isLessThan(1);
      assertThat(p.toArray()[3]).isEqualTo(1);
    }
  }

  @Test
  void aLossWithoutSlopeIsNoFailure() {
    try (Parameters p = Parameters.initialize(root, layout, 1);
        Learner learner = learner(p)) {
      assertThat(learner.step((s, q) -> q.get(0).mul(0).sum()).gradientNorm()).isZero();
    }
  }
}
