package org.strop.policy.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strop.bridge.trajectory.ActionChunk;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.ObservationWindow;
import org.strop.bridge.trajectory.Policy;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.configs.StropException;
import org.strop.policy.Curves;
import org.strop.policy.PolicyLoader;
import org.strop.policy.TinyConfigs;
import org.strop.policy.checkpoint.Checkpoint;
import org.strop.policy.nn.StepReport;

class DiffusionTrainerTest {
  private final List<Trajectory> data = Curves.demonstrations(12, 1);
  @TempDir private Path folder;

  private TrainingResult train(int steps, String run, TrainingListener listener, boolean resume)
      throws IOException {
    return DiffusionTrainer.train(
        TinyConfigs.training(steps, 1, 30), data, folder.resolve(run), listener, resume);
  }

  @Test
  void aKilledRunEndsAsAnUndisturbedOneBitForBit() throws IOException {
    TrainingResult straight = train(60, "straight", TrainingListener.SILENT, false);
    TrainingListener kill =
        (report, total) -> {
          if (report.step() == 41) {
            throw new IllegalStateException("killed");
          }
        };
    assertThatThrownBy(() -> train(60, "killed", kill, false)).hasMessage("killed");
    List<Long> steps = new ArrayList<>();
    TrainingResult resumed = train(60, "killed", (r, n) -> steps.add(r.step()), true);
    assertThat(steps).first().isEqualTo(30L);
    assertThat(resumed.sha256()).isEqualTo(straight.sha256());
    assertThat(folder.resolve("killed").resolve(MetricsLog.FILE))
        .hasSameTextualContentAs(folder.resolve("straight").resolve(MetricsLog.FILE));
  }

  @Test
  void aRunStoppedBetweenLogLinesEndsAsAnUndisturbedOne() throws IOException {
    TrainingResult straight = train(40, "straight", TrainingListener.SILENT, false);
    TrainingListener stopper =
        new TrainingListener() {
          private long last;

          @Override
          public void onStep(StepReport report, long total) {
            last = report.step();
          }

          @Override
          public boolean stopRequested() {
            return last == 16;
          }
        };
    TrainingResult stopped = train(40, "stopped", stopper, false);
    assertThat(stopped.finished()).isFalse();
    assertThat(stopped.steps()).isEqualTo(17);
    TrainingResult resumed = train(40, "stopped", TrainingListener.SILENT, true);
    assertThat(resumed.sha256()).isEqualTo(straight.sha256());
    assertThat(folder.resolve("stopped").resolve(MetricsLog.FILE))
        .hasSameTextualContentAs(folder.resolve("straight").resolve(MetricsLog.FILE));
  }

  @Test
  void resumingAFinishedRunReturnsItWithoutTraining() throws IOException {
    TrainingResult first = train(10, "run", TrainingListener.SILENT, false);
    TrainingListener never =
        (report, total) -> {
          throw new AssertionError("trained again");
        };
    assertThat(train(10, "run", never, true)).isEqualTo(first);
  }

  @Test
  void aRunIsNotMixedWithAnother() throws IOException {
    train(10, "run", TrainingListener.SILENT, false);
    assertThatThrownBy(() -> train(10, "run", TrainingListener.SILENT, false))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("there is a run");
    assertThatThrownBy(() -> train(20, "run", TrainingListener.SILENT, true))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("another configuration");
    assertThatThrownBy(
            () ->
                DiffusionTrainer.train(
                    TinyConfigs.training(10, 1, 30),
                    Curves.demonstrations(3, 5),
                    folder.resolve("run"),
                    TrainingListener.SILENT,
                    true))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("other demonstrations");
  }

  @Test
  void aTrainedPolicyFollowsTheDemonstrations() throws IOException {
    TrainingResult result = train(600, "run", TrainingListener.SILENT, false);
    try (Policy policy = PolicyLoader.load(result.policy(), TinyConfigs.CPU)) {
      Trajectory unseen = Curves.demonstration("unseen", 99, 0);
      double worst = 0;
      for (int step : new int[] {0, 10, 25}) {
        ObservationWindow window = Curves.window(policy.spec(), unseen, step, step);
        FloatMatrix actions = policy.act(List.of(window)).get(0).actions();
        for (int k = 0; k < 4; k++) {
          worst =
              Math.max(
                  worst, Math.abs(actions.get(k, 2) - unseen.channel("action").get(step + k, 2)));
        }
        assertThat(actions.get(0, 1)).isEqualTo(0.01f); // the constant component, exactly
      }
      assertThat(worst).isLessThan(0.002); // of a descent of 0.015
    }
  }

  @Test
  void decisionsDependOnWindowAndSeedAndNotOnTheBatch() throws IOException {
    TrainingResult result = train(20, "run", TrainingListener.SILENT, false);
    try (Policy policy = PolicyLoader.load(result.policy(), TinyConfigs.CPU)) {
      List<ObservationWindow> windows = new ArrayList<>();
      for (int i = 0; i < 9; i++) {
        windows.add(Curves.window(policy.spec(), data.get(i), 3 * i, 7 * i));
      }
      List<ActionChunk> batch = policy.act(windows);
      for (int i = 0; i < 9; i++) {
        ActionChunk single = policy.act(List.of(windows.get(i))).get(0);
        assertThat(single.actions().toArray())
            .containsExactly(batch.get(i).actions().toArray(), within(1e-5f));
        assertThat(single.observationStampNanos()).isEqualTo(windows.get(i).stampNanos());
        assertThat(single.stepNanos()).isEqualTo(50_000_000);
      }
      assertThat(policy.act(windows)).isEqualTo(batch);
      ObservationWindow otherSeed = Curves.window(policy.spec(), data.get(0), 0, 1234);
      assertThat(policy.act(List.of(otherSeed)).get(0)).isNotEqualTo(batch.get(0));
      ObservationWindow wrong = new ObservationWindow(0, java.util.Map.of(), 0);
      assertThatThrownBy(() -> policy.act(List.of(wrong)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aRunFolderHoldsWhatOthersExpect() throws IOException {
    train(30, "run", TrainingListener.SILENT, false);
    Path run = folder.resolve("run");
    assertThat(run.resolve("resolved.yaml")).hasContent("steps: 30\nseed: 1");
    assertThat(Files.readAllLines(run.resolve(MetricsLog.FILE))).hasSize(6);
    try (Stream<Path> files = Files.list(run)) {
      assertThat(files.map(p -> String.valueOf(p.getFileName())))
          .containsExactlyInAnyOrder(
              "resolved.yaml",
              MetricsLog.FILE,
              "checkpoints",
              "policy",
              "events.out.tfevents.0000000000.strop");
    }
    assertThat(Checkpoint.read(run.resolve("policy")).text("config.yaml"))
        .isEqualTo("steps: 30\nseed: 1\n");
  }
}
