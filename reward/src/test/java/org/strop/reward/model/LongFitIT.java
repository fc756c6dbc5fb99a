package org.strop.reward.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.strop.policy.nn.LeakCheck;
import org.strop.policy.nn.Torch;
import org.strop.reward.label.LabelSource;

/**
 * Memory over 10,000 steps: arrays that DJL knows, and what the process holds, native memory
 * included.
 */
@Tag("slow")
@ResourceLock("autograd")
class LongFitIT {
  private static final int STEPS = 10_000;
  private static final int EVERY = 50;

  /** Heap, compiler and allocator are at their size by then. */
  private static final int WARM = 2000;

  private static final long MOST_KB = 64 * 1024;
  private static final Attempts ATTEMPTS = new Attempts(12, 20, 7);

  private static final String SMALL =
      "ensemble.members=2,ensemble.hidden_width=4,batch.pairs=2,batch.scores=2,batch.pieces=2,"
          + "batch.steps_per_segment=2,batch.steps_per_piece=1,fit.optimizer.warmup_steps=5,"
          + "fit.evaluate_every="
          + EVERY
          + ",fit.steps="
          + STEPS;

  @ParameterizedTest
  @ValueSource(strings = {"perceptron", "composite transformer"})
  void neitherArraysNorTheProcessGrow(String kind) throws IOException {
    RewardConfig config = config(kind);
    LabelSource labels = LabelSource.of(ATTEMPTS.choices(12), ATTEMPTS.scores());
    LabeledEpisodes episodes = new LabeledEpisodes(ATTEMPTS.trajectories(), labels, config);
    TrainingSet set = episodes.trainingSet();
    RewardFitSpec spec = RewardFitSpec.of(config);
    Map<Integer, Integer> arrays = new LinkedHashMap<>();
    Map<Integer, Long> resident = new LinkedHashMap<>();
    try (NDManager manager = Torch.start(config.compute()).newManager()) {
      new EnsembleFit(set, episodes.roles(set, spec), spec)
          .run(
              manager,
              (total, point) -> {
                arrays.put(point.step(), LeakCheck.liveArrays(manager));
                residentKb().ifPresent(kb -> resident.put(point.step(), kb));
              });
      assertThat(LeakCheck.liveArrays(manager)).isZero();
    }
    assertThat(arrays).containsKey(EVERY).containsKey(STEPS);
    assertThat(arrays.values()).containsOnly(Objects.requireNonNull(arrays.get(EVERY)));
    assumeFalse(resident.isEmpty(), "no /proc/self/status here: only arrays were counted");
    long first = Objects.requireNonNull(resident.get(EVERY));
    long warm = Objects.requireNonNull(resident.get(WARM));
    long last = Objects.requireNonNull(resident.get(STEPS));
    assertThat(last - warm)
        .as("resident kB: %d at step %d, %d at %d, now %d", first, EVERY, warm, WARM, last)
        .isLessThan(MOST_KB);
  }

  private static RewardConfig config(String kind) {
    List<String> overrides = new java.util.ArrayList<>(List.of(SMALL.split(",", -1)));
    if (kind.equals("perceptron")) {
      return TestConfigs.small(overrides.toArray(String[]::new));
    }
    overrides.add(
        "encoder={kind: transformer, width: 4, heads: 2, blocks: 1, hidden_width: 4, stride: 4,"
            + " context: 4, importance: true}");
    return TestConfigs.composite(overrides.toArray(String[]::new));
  }

  /** Returns the process's resident memory, kB; empty where the system does not tell. */
  private static OptionalLong residentKb() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
