package org.strop.policy.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What DJL does that our code is built around; when one of these fails, look at that code. */
class DjlTrapsTest {
  private final Torch torch = Torch.start(new ComputeConfig(DeviceKind.CPU, 1));
  private final NDManager m = torch.newManager();

  @AfterEach
  void close() {
    m.close();
  }

  @Test
  void onlyOneGradientCollectorMayBeOpenInTheProcess() {
    Engine engine = torch.engine();
    try (AutogradLock.Scope open = AutogradLock.acquire()) {
      assertThat(open).isNotNull();
      assertThatThrownBy(engine::newGradientCollector)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Only one can be collecting");
      assertThatThrownBy(AutogradLock::acquire).hasMessageContaining("do not nest");
    }
  }

  @Test
  void threadsTakeTurnsInTheLock() throws InterruptedException {
    int[] entered = new int[1];
    Thread other =
        new Thread(
            () -> {
              try (AutogradLock.Scope scope = AutogradLock.acquire()) {
                entered[0]++;
                assertThat(scope).isNotNull();
              }
            });
    try (AutogradLock.Scope mine = AutogradLock.acquire()) {
      other.start();
      other.join(50);
      assertThat(mine).isNotNull();
      assertThat(entered[0]).isZero();
    }
    other.join();
    assertThat(entered[0]).isEqualTo(1);
  }

  @Test
  void eachCallOfGetGradientMakesAHandleThatMustBeClosed() {
    NDArray x = leaf(1, 2);
    try (AutogradLock.Scope autograd = AutogradLock.acquire()) {
      autograd.backward(x.square().sum());
    }
    int before = LeakCheck.liveArrays(m);
    assertThat(x.getGradient()).isNotSameAs(x.getGradient());
    assertThat(LeakCheck.liveArrays(m)).isEqualTo(before + 2);
  }

  @Test
  void djlsTrainerFailsWhereAllGradientsAreZero() {
    try (Model model = Model.newInstance("zero", "PyTorch")) {
      model.setBlock(Linear.builder().setUnits(1).build());
      Optimizer sgd = Optimizer.sgd().setLearningRateTracker(Tracker.fixed(0.1f)).build();
      DefaultTrainingConfig config = new DefaultTrainingConfig(Loss.l2Loss()).optOptimizer(sgd);
      try (Trainer trainer = model.newTrainer(config)) {
        trainer.initialize(new Shape(1, 2));
        NDArray x = trainer.getManager().zeros(new Shape(1, 2));
        try (GradientCollector collector = trainer.newGradientCollector()) {
          collector.backward(trainer.forward(new NDList(x)).singletonOrThrow().mul(0).sum());
        }
        assertThatThrownBy(trainer::step).hasMessageContaining("zero");
      }
    }
  }

  @Test
  void zeroGradientsKeepsNan() {
    NDArray x = leaf(0f);
    try (GradientCollector collector = torch.engine().newGradientCollector()) {
      collector.backward(x.mul(0).sqrt().sum());
      collector.zeroGradients();
    }
    assertThat(x.getGradient().getFloat()).isNaN();
  }

  @Test
  void djlsL2LossIsHalfOfPyTorchsMse() {
    NDArray label = m.create(new float[] {0, 0});
    NDArray prediction = m.create(new float[] {2, 4});
    float loss = Loss.l2Loss().evaluate(new NDList(label), new NDList(prediction)).getFloat();
    assertThat(loss).isEqualTo(5); // PyTorch's MSE is 10
  }

  @Test
  void rmsPropAndNagAreNotThereForPyTorch() {
    Optimizer rmsProp = Optimizer.rmsprop().optLearningRateTracker(Tracker.fixed(0.1f)).build();
    Optimizer nag =
        Optimizer.nag().setLearningRateTracker(Tracker.fixed(0.1f)).setMomentum(0.9f).build();
    NDArray x = m.create(new float[] {1});
    NDArray gradient = m.create(new float[] {1});
    for (Optimizer optimizer : List.of(rmsProp, nag)) {
      assertThatThrownBy(() -> optimizer.update("x", x, gradient))
          .isInstanceOf(UnsupportedOperationException.class);
    }
  }

  @Test
  void aDetachedSliceSharesTheStorageAndKeepsItsOwnGradient() {
    NDArray flat = m.create(new float[] {1, 2, 3});
    NDArray leaf = flat.get("1:3").stopGradient();
    leaf.setRequiresGradient(true);
    flat.addi(1);
    assertThat(leaf.toFloatArray()).containsExactly(3, 4);
    try (AutogradLock.Scope autograd = AutogradLock.acquire()) {
      autograd.backward(leaf.square().sum());
    }
    assertThat(leaf.getGradient().toFloatArray()).containsExactly(6, 8);
  }

  private NDArray leaf(float... values) {
    NDArray x = m.create(values);
    x.setRequiresGradient(true);
    return x;
  }

  /** A number's buffer must outlive its step: see {@link Scalars}. */
  @Test
  void gradientsThroughNumbersSurviveTheCollector() {
    try (NDManager step = m.newSubManager()) {
      NDArray x = step.ones(new Shape(3));
      x.setRequiresGradient(true);
      try (AutogradLock.Scope autograd = AutogradLock.acquire()) {
        NDArray y = step.zeros(new Shape());
        for (int i = 1; i <= 200; i++) {
          y = y.add(Scalars.times(x, i).sum()).add(Scalars.over(x, 1f / i).sum());
        }
        freeBuffers(step);
        autograd.backward(y);
        try (NDArray gradient = x.getGradient()) {
          assertThat(gradient.toFloatArray()).containsOnly(2 * 20100f);
        }
      }
    }
  }

  /** Has the collector free what nobody holds, and something else lie there. */
  private static void freeBuffers(NDManager step) {
    for (int round = 0; round < 20; round++) {
      System.gc();
      for (int i = 0; i < 200; i++) {
        step.create(new float[] {7e33f, 7e33f, 7e33f, 7e33f});
      }
    }
  }
}
