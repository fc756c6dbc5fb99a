package org.strop.reward.knox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.strop.reward.likelihood.BradleyTerry;

class LogisticTest {
  private static final int N = 4000;

  private final SplittableRandom random = new SplittableRandom(21);
  private final int[] rows = IntStream.range(0, N).toArray();

  private Design draw() {
    return new Design(2, random.doubles(2L * N, -3, 3).toArray());
  }

  private double[] label(Design x, double lapse) {
    return IntStream.range(0, N)
        .mapToDouble(
            i -> {
              double p =
                  lapse / 2 + (1 - lapse) * BradleyTerry.sigmoid(1.5 * x.get(i, 0) - x.get(i, 1));
              return random.nextDouble() < p ? 1 : 0;
            })
        .toArray();
  }

  @Test
  void oneColumnOfOnesGivesTheLogitOfTheMeanLabel() {
    Design ones = new Design(1, random.doubles(N, 1, 1 + 1e-15).toArray());
    double[] labels = IntStream.range(0, N).mapToDouble(i -> i % 4 == 0 ? 1 : 0).toArray();
    double[] b = Logistic.fit(ones, labels, rows, new double[1], 0).coefficients();
    assertThat(b[0]).isCloseTo(Math.log(0.25 / 0.75), within(1e-5));
  }

  @Test
  void coefficientsComeBackWithAndWithoutLapses() {
    for (double lapse : new double[] {0, 0.2}) {
      Design x = draw();
      double[] b = Logistic.fit(x, label(x, lapse), rows, new double[2], lapse).coefficients();
      assertThat(b[0]).isCloseTo(1.5, within(0.2));
      assertThat(b[1]).isCloseTo(-1, within(0.2));
    }
  }

  @Test
  void separableLabelsStayFiniteUnderARidge() {
    Design x = new Design(1, new double[] {1, 2, -1, -3});
    Logistic fit =
        Logistic.fit(x, new double[] {1, 1, 0, 0}, new int[] {0, 1, 2, 3}, new double[] {1e-6}, 0);
    assertThat(fit.coefficients()[0]).isFinite().isPositive();
    assertThat(CrossValidation.mean(fit.costs(x, new double[] {1, 1, 0, 0}, new int[] {0, 3})))
        .isLessThan(1e-3);
  }

  @Test
  void aColumnThatRepeatsAnotherDoesNotBreakTheFit() {
    Design x = draw();
    double[] twice = new double[3 * N];
    for (int i = 0; i < N; i++) {
      twice[3 * i] = x.get(i, 0);
      twice[3 * i + 1] = x.get(i, 1);
      twice[3 * i + 2] = x.get(i, 0);
    }
    double[] labels = label(x, 0);
    double[] b =
        Logistic.fit(new Design(3, twice), labels, rows, new double[] {1e-6, 1e-6, 1e-6}, 0)
            .coefficients();
    double[] alone = Logistic.fit(x, labels, rows, new double[2], 0).coefficients();
    assertThat(b[0] + b[2]).isCloseTo(alone[0], within(1e-4));
  }

  @Test
  void theChoiceInsideAFoldNeverSeesTheRowsThatItIsTestedOn() {
    Design base = draw();
    double[] full = new double[(PathFeature.values().length + 1) * N];
    int width = PathFeature.values().length + 1;
    for (int i = 0; i < N; i++) {
      full[i * width] = base.get(i, 0);
      full[i * width + PathFeature.CELLS.ordinal()] = base.get(i, 1);
    }
    Design design = new Design(width, full);
    double[] labels = label(base, 0);
    int[] train = IntStream.range(0, 600).toArray();
    int[] test = IntStream.range(600, 800).toArray();
    List<Candidate> candidates = Candidate.all(List.of(0.1), List.of(0.0));
    NestedChoice honest = new NestedChoice(design, labels, rows, candidates, 3, 1);
    honest.costs(train, test);
    double[] spoiled = labels.clone();
    for (int i : test) {
      spoiled[i] = 1 - spoiled[i];
    }
    NestedChoice blind = new NestedChoice(design, spoiled, rows, candidates, 3, 1);
    blind.costs(train, test);
    assertThat(blind.chosen()).isEqualTo(honest.chosen());
    assertThat(honest.chosen().get(0).kind())
        .as("it finds the column that matters")
        .isGreaterThanOrEqualTo(Candidate.Kind.PATH);
  }
}
