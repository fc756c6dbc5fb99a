package org.strop.reward.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.strop.bridge.trajectory.Choice;
import org.strop.bridge.trajectory.PreferenceLabel;
import org.strop.bridge.trajectory.SegmentRef;
import org.strop.policy.nn.AutogradLock;
import org.strop.policy.nn.Parameters;
import org.strop.policy.nn.Tensor;
import org.strop.policy.nn.Torch;
import org.strop.reward.label.LabelSource;

/** Labels that tell little, or contradict each other: the composite reward stays finite. */
@ResourceLock("autograd")
class HardLabelsTest {
  private static final Attempts ATTEMPTS = new Attempts(20, 30, 9);

  enum Labels {
    ALL_TIES {
      @Override
      List<PreferenceLabel> of() {
        return pairs(i -> Choice.SAME);
      }
    },
    ONE_PAIR {
      @Override
      List<PreferenceLabel> of() {
        return pairs(i -> Choice.SECOND).subList(0, 1);
      }
    },
    CONTRADICTIONS {
      @Override
      List<PreferenceLabel> of() {
        List<PreferenceLabel> both = new ArrayList<>(pairs(i -> Choice.FIRST));
        pairs(i -> Choice.SECOND).forEach(l -> both.add(renamed(l)));
        return both;
      }
    },
    ALWAYS_LEFT {
      @Override
      List<PreferenceLabel> of() {
        return pairs(i -> Choice.FIRST);
      }
    },
    UNEQUAL_LENGTHS {
      @Override
      List<PreferenceLabel> of() {
        List<PreferenceLabel> cut = new ArrayList<>();
        for (PreferenceLabel l : pairs(i -> i % 2 == 0 ? Choice.FIRST : Choice.SECOND)) {
          SegmentRef one = new SegmentRef(l.first().episodeId(), 3, 4);
          cut.add(new PreferenceLabel(l.labelId(), one, l.second(), l.choice(), l.provenance()));
        }
        return cut;
      }
    };

    abstract List<PreferenceLabel> of();

    static List<PreferenceLabel> pairs(java.util.function.IntFunction<Choice> answer) {
      return IntStream.range(0, 10)
          .mapToObj(i -> ATTEMPTS.choice(i, i, i + 10, answer.apply(i)))
          .toList();
    }

    static PreferenceLabel renamed(PreferenceLabel l) {
      return new PreferenceLabel(
          l.labelId() + "b", l.first(), l.second(), l.choice(), l.provenance());
    }
  }

  @ParameterizedTest
  @EnumSource
  void theCheckpointIsFiniteAndSoIsWhatItSays(Labels labels) {
    RewardConfig config =
        TestConfigs.composite("weights.scores=0.0", "fit.steps=60", "ensemble.members=2");
    RewardFit fit =
        RewardTrainer.train(
            config,
            ATTEMPTS.trajectories(),
            LabelSource.of(labels.of(), List.of()),
            FitListener.NONE);
    try (RewardModel model = fit.model()) {
      model.tensors().values().forEach(HardLabelsTest::assertFinite);
      for (float r : model.score(ATTEMPTS.trajectories().get(0)).mean()) {
        assertThat(r).isBetween(0f, 1f);
      }
    }
  }

  private static void assertFinite(Tensor tensor) {
    for (float value : tensor.values()) {
      assertThat(Float.isFinite(value)).as(tensor.toString()).isTrue();
    }
  }

  /** Utilities a million apart: finite cost, and a gradient as large as a label can pull. */
  @Test
  void utilitiesOfAMillionHaveAFiniteCostAndGradient() {
    RewardConfig config = TestConfigs.composite("ensemble.members=2");
    LabelSource labels = LabelSource.of(ATTEMPTS.choices(1), List.of());
    LabeledEpisodes episodes = new LabeledEpisodes(ATTEMPTS.trajectories(), labels, config);
    TrainingSet set = episodes.trainingSet();
    CompositeNet net = (CompositeNet) RewardFitSpec.of(config).network(set.width(), 1);
    AnswerLoss loss = new AnswerLoss(net.answers(), set);
    Batch.Block block =
        new Batch.Block(
            new int[] {0},
            1,
            new float[1],
            new float[] {1, 1},
            new float[] {1, 1},
            new float[0],
            new float[0]);
    try (NDManager m = Torch.start(config.compute()).newManager();
        Parameters p = Parameters.initialize(m, net.layout(), 1);
        AutogradLock.Scope autograd = AutogradLock.acquire()) {
      NDArray means = m.create(new float[] {1e6f, -1e6f, -1e6f, 1e6f}, new Shape(2, 2));
      means.setRequiresGradient(true);
      NDArray cost = loss.of(m, p, Part.PAIRS, block, means);
      autograd.backward(cost.sum());
      for (float c : cost.toFloatArray()) {
        assertThat(Float.isFinite(c)).isTrue();
      }
      try (NDArray gradient = means.getGradient()) {
        for (float g : gradient.toFloatArray()) {
          assertThat(Math.abs(g)).isLessThan(10);
        }
      }
    }
  }

  @Test
  void operatorsAreToldByName() {
    RewardFit fit =
        RewardTrainer.train(
            TestConfigs.composite("fit.steps=30", "ensemble.members=2"),
            ATTEMPTS.trajectories(),
            LabelSource.of(List.of(), ATTEMPTS.scoresOf(Map.of("a", 1, "b", -1))),
            FitListener.NONE);
    fit.model().close();
    assertThat(fit.report().composite().orElseThrow().operators()).containsOnlyKeys("a", "b");
  }
}
