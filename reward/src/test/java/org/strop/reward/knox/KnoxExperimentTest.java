package org.strop.reward.knox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strop.configs.StropException;
import org.strop.reward.regret.FullBatchAdam;

class KnoxExperimentTest {
  private static final double[] WEIGHTS = {-1, 20, -30, 1, -2, -3};
  private static final KnoxConfig CONFIG =
      new KnoxConfig(
          1,
          5,
          3,
          List.of(1.0),
          List.of(0.0),
          2,
          0.999,
          0.001,
          40,
          new FullBatchAdam(2, 800),
          new FullBatchAdam(0.5, 800));

  @TempDir private Path folder;

  @Test
  void weightsAreReadOffTheTableAndAWrongEntryIsReportedNotBelieved() throws IOException {
    StudyFiles.write(folder, "Small", 10, WEIGHTS);
    assertThat(DeliveryTask.read(folder).weights()).containsExactly(WEIGHTS);
    assertThat(DeliveryTask.read(folder).disagreements()).isEmpty();
    Path table = folder.resolve("rewards.json");
    Files.writeString(table, Files.readString(table).replaceFirst("-1.0", "-7.0"));
    DeliveryTask spoiled = DeliveryTask.read(folder);
    assertThat(spoiled.weights()).containsExactly(WEIGHTS);
    assertThat(spoiled.disagreements()).singleElement().asString().contains("(0, 0) UP", "-7.0");
  }

  @Test
  void anyConditionAndBoardOfTheFormatIsReproducedAndModelled() throws IOException {
    StudyFiles.write(folder, "Small", 600, WEIGHTS);
    KnoxResult result = KnoxExperiment.run(CONFIG, folder, Optional.empty(), done -> {});
    assertThat(result.condition()).isEqualTo("Small");
    assertThat(result.rowsReproduced()).isEqualTo(result.pairs()).isEqualTo(600);
    ModelRow regret = result.model("regret");
    assertThat(regret.coefficients()[0]).as("labels were drawn at scale 0.5").isBetween(0.4, 0.62);
    assertThat(result.model("partial return").minus(regret).exceeds(2)).isTrue();
    assertThat(result.scaledReturnRegret()).allSatisfy(r -> assertThat(r).isGreaterThan(0.9));
    assertThat(result.toMap())
        .containsOnlyKeys(
            "pairs",
            "rows_reproduced",
            "ce_partial_return",
            "scale_partial_return",
            "ce_regret",
            "scale_regret",
            "ce_three_weights",
            "cv_partial_return",
            "cv_regret",
            "cv_three_weights",
            "cv_best",
            "cv_best_minus_regret",
            "cv_standard_error",
            "scaled_return_partial_return",
            "scaled_return_regret");
  }

  @Test
  void aStatisticThatIsNotOursIsNotCounted() throws IOException {
    DeliveryTask task = StudyFiles.write(folder, "Small", 20, WEIGHTS);
    Condition condition = Condition.find(folder, Optional.empty());
    PreferenceData data = PreferenceData.read(condition, task);
    double[] wrong = data.statistics().clone();
    wrong[5] += 1;
    PreferenceData spoiled = new PreferenceData(data.first(), data.second(), wrong, data.labels());
    SegmentStatistics statistics = new SegmentStatistics(task);
    assertThat(statistics.reproduced(data)).isEqualTo(20);
    assertThat(statistics.reproduced(spoiled)).isEqualTo(19);
  }

  @Test
  void whichConditionIsAskedForWhereThereAreSeveral() throws IOException {
    StudyFiles.write(folder, "One", 5, WEIGHTS);
    StudyFiles.write(folder, "Two", 5, WEIGHTS);
    assertThat(Condition.find(folder, Optional.of("Two")).name()).isEqualTo("Two");
    assertThatThrownBy(() -> Condition.find(folder, Optional.empty()))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("One, Two")
        .hasMessageContaining("--condition");
    assertThatThrownBy(() -> Condition.find(folder, Optional.of("Three")))
        .hasMessageContaining("no condition Three");
  }

  @Test
  void swappingAPairNegatesEveryDifferenceButTheSide() throws IOException {
    DeliveryTask task = StudyFiles.write(folder, "Small", 30, WEIGHTS);
    PreferenceData data = PreferenceData.read(Condition.find(folder, Optional.empty()), task);
    PreferenceData swapped =
        new PreferenceData(data.second(), data.first(), data.statistics(), data.labels());
    SegmentStatistics statistics = new SegmentStatistics(task);
    Design there = PathFeature.differences(data, task, statistics);
    Design back = PathFeature.differences(swapped, task, statistics);
    int features = PathFeature.values().length;
    for (int i = 0; i < 30; i++) {
      for (int j = 0; j < features; j++) {
        assertThat(back.get(i, j)).isEqualTo(-there.get(i, j), within(1e-12));
      }
      assertThat(back.get(i, features)).isOne();
    }
  }
}
