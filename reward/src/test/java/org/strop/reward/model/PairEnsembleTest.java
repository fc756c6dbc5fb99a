package org.strop.reward.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.strop.policy.nn.AdamWConfig;
import org.strop.policy.nn.ComputeConfig;
import org.strop.policy.nn.DeviceKind;

@ResourceLock("autograd")
class PairEnsembleTest {
  private static final RewardFitSpec SPEC =
      new RewardFitSpec(
          1,
          new PartWeights(0, 0, 1),
          PairReturn.SUM,
          new EnsembleConfig(2, 16, 10),
          new EncoderConfig.Mlp(16),
          Optional.empty(),
          new FitConfig(100, 50, 0.1, AdamWConfig.plain(1e-2)),
          new BatchConfig(32, 1, 1, 4, 1));

  @Test
  void rowsThatChoicesPreferEarnMore() {
    SplittableRandom random = new SplittableRandom(1);
    float[] rows = new float[200];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) (2 * random.nextDouble() - 1);
    }
    List<PairTarget> pairs = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      Span first = new Span(4 * i, 4 * i + 4);
      int j = (i + 7) % 50;
      Span second = new Span(4 * j, 4 * j + 4);
      pairs.add(new PairTarget(first, second, sum(rows, second) > sum(rows, first) ? 1 : 0, 1));
    }
    ComputeConfig cpu = new ComputeConfig(DeviceKind.CPU, 1);
    int[] groups = IntStream.range(0, pairs.size()).toArray();
    try (PairEnsemble ensemble = PairEnsemble.fit(SPEC, cpu, rows, 1, pairs, groups)) {
      float[] rewards = ensemble.rewards();
      assertThat(rewards).hasSize(200);
      assertThat(rewards[largest(rows)]).isGreaterThan(rewards[smallest(rows)] + 0.1f);
    }
  }

  private static double sum(float[] rows, Span span) {
    return IntStream.range(span.from(), span.to()).mapToDouble(i -> rows[i]).sum();
  }

  private static int largest(float[] rows) {
    return IntStream.range(0, rows.length).reduce(0, (a, b) -> rows[b] > rows[a] ? b : a);
  }

  private static int smallest(float[] rows) {
    return IntStream.range(0, rows.length).reduce(0, (a, b) -> rows[b] < rows[a] ? b : a);
  }
}
