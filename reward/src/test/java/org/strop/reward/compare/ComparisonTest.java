package org.strop.reward.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.strop.configs.StropException;
import org.strop.reward.ceiling.Vote;
import org.strop.reward.likelihood.BradleyTerry;
import org.strop.reward.likelihood.PreferenceKind;

class ComparisonTest {
  /** Labels drawn from a mixture of partial return and value difference. */
  private record Drawn(List<String> operators, List<Difference> all, double[] labels)
      implements PairLabels {
    static Drawn of(int n, double returnWeight, double valueWeight, double bias, long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Difference> all = new ArrayList<>();
      double[] labels = new double[n];
      for (int i = 0; i < n; i++) {
        double r = 4 * random.nextGaussian();
        double v = 4 * random.nextGaussian();
        double p = BradleyTerry.sigmoid(returnWeight * r + valueWeight * v + bias);
        labels[i] = random.nextDouble() < p ? 1 : 0;
        all.add(new Difference(new double[] {r}, new double[] {v}));
      }
      return new Drawn(Collections.nCopies(n, "ada"), all, labels);
    }

    @Override
    public String task() {
      return "drawn";
    }

    @Override
    public int[] groups() {
      return IntStream.range(0, labels.length).toArray();
    }

    @Override
    public List<Vote> votes() {
      return List.of();
    }

    @Override
    public List<Difference> differences(int[] train) {
      return all;
    }
  }

  private static ComparisonRow chosen(List<ComparisonRow> rows) {
    List<ComparisonRow> found = rows.stream().filter(ComparisonRow::chosen).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static List<ComparisonRow> compare(PairLabels labels, String... overrides) {
    List<String> all = new ArrayList<>(List.of("repeats=1", "folds=5"));
    all.addAll(List.of(overrides));
    return Comparison.of(TestCompare.shipped(all.toArray(String[]::new)), labels, n -> {});
  }

  @Test
  void findsWhatTheLabelsWereDrawnFrom() {
    assertThat(chosen(compare(Drawn.of(190, 0.5, 0, 0, 1))).kind())
        .isEqualTo(PreferenceKind.PARTIAL_RETURN);
    assertThat(chosen(compare(Drawn.of(190, 0.5, 0.5, 0, 2))).kind())
        .isEqualTo(PreferenceKind.REGRET);
    ComparisonRow mixed = chosen(compare(Drawn.of(190, 0.3, 1, 0, 3)));
    assertThat(mixed.kind()).isEqualTo(PreferenceKind.MIXTURE);
    assertThat(mixed.difference()).isGreaterThan(2 * mixed.standardError());
  }

  @Test
  void triesHabitsWhereThereAreLabelsEnough() {
    assertThat(compare(Drawn.of(100, 0.5, 0, 0, 4))).hasSize(3);
    List<ComparisonRow> rows = compare(Drawn.of(300, 0.5, 0, 1.5, 5));
    assertThat(rows).hasSize(12);
    assertThat(chosen(rows).model()).contains("+side_bias");
  }

  @Test
  void theConfigurationOverridesTheData() {
    List<ComparisonRow> rows = compare(Drawn.of(190, 0.5, 0, 0, 1), "preference_model=regret");
    assertThat(chosen(rows).kind()).isEqualTo(PreferenceKind.REGRET);
    assertThat(chosen(rows).difference()).as("says what that costs").isNegative();
  }

  @Test
  void differencesAreThoseOfTheRows() {
    List<ComparisonRow> rows = compare(Drawn.of(100, 0.5, 0, 0, 4));
    ComparisonRow best = chosen(rows);
    for (ComparisonRow row : rows) {
      if (row != best) {
        assertThat(row.difference())
            .isCloseTo(
                row.logLikelihood() - best.logLikelihood(),
                org.assertj.core.api.Assertions.within(1e-12));
      }
    }
    assertThat(best.toMap())
        .containsOnlyKeys(
            "operator", "task", "model", "cv_log_likelihood", "standard_error", "chosen");
  }

  @Test
  void everyOperatorIsComparedAndAllTogether() {
    Drawn one = Drawn.of(60, 0.5, 0, 0, 6);
    List<String> names = new ArrayList<>(Collections.nCopies(30, "ada"));
    names.addAll(Collections.nCopies(25, "bob"));
    names.addAll(Collections.nCopies(5, "eve"));
    List<ComparisonRow> rows = compare(new Drawn(names, one.all(), one.labels()));
    assertThat(rows.stream().map(ComparisonRow::operator).distinct())
        .containsExactly("ada", "bob", "all");
  }

  @Test
  void allTiesContradictionsAndConstantFeaturesGiveNumbers() {
    Drawn drawn = Drawn.of(40, 0.5, 0, 0, 7);
    double[] ties = new double[40];
    java.util.Arrays.fill(ties, 0.5);
    List<PairLabels.Difference> zero =
        Collections.nCopies(40, new PairLabels.Difference(new double[1], new double[1]));
    for (PairLabels labels :
        List.of(
            new Drawn(drawn.operators(), drawn.all(), ties),
            new Drawn(drawn.operators(), zero, drawn.labels()))) {
      for (ComparisonRow row : compare(labels)) {
        assertThat(row.logLikelihood()).isFinite().isLessThan(-0.68);
      }
    }
  }

  @Test
  void tooFewLabelsAreRefusedWithTheirNumber() {
    assertThatThrownBy(() -> compare(Drawn.of(10, 1, 0, 0, 8)))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("No operator has 20 labels on drawn; there are 10");
  }
}
