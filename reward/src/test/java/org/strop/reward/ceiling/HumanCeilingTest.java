package org.strop.reward.ceiling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.strop.bridge.trajectory.Choice;
import org.strop.bridge.trajectory.PreferenceLabel;
import org.strop.bridge.trajectory.Provenance;
import org.strop.bridge.trajectory.ScoreLabel;
import org.strop.bridge.trajectory.SegmentRef;
import org.strop.reward.metrics.Proportion;

class HumanCeilingTest {
  private static final Provenance ADA = new Provenance("person", "ada", 0, -1, 1);
  private static final Provenance BOB = new Provenance("person", "bob", 0, -1, 1);
  private static final SegmentRef A = new SegmentRef("a", 0, 5);
  private static final SegmentRef B = new SegmentRef("b", 0, 5);

  private static HumanCeiling of(List<Vote> votes) {
    return HumanCeiling.of(votes).orElseThrow();
  }

  @Test
  void knownShapesGiveTheirCeiling() {
    assertThat(HumanCeiling.best(1)).isEqualTo(1);
    assertThat(HumanCeiling.best(0.5)).isEqualTo(0.5);
    // p uniform: A = 2/3, C = 3/4.
    assertThat(HumanCeiling.best(2.0 / 3)).isCloseTo(0.75, within(1e-12));
    // Arcsine law, a = 1/2: A = 3/4, C = 1/2 + 1/π.
    assertThat(HumanCeiling.best(0.75)).isCloseTo(0.5 + 1 / Math.PI, within(1e-12));
    for (double share = 0.51; share < 1; share += 0.01) {
      double c = HumanCeiling.best(share);
      assertThat(c).isBetween(share, 0.5 + 0.5 * Math.sqrt(2 * share - 1));
    }
  }

  @Test
  void findsTheCeilingOfDrawnVotesWhereMajoritiesWouldOverstateIt() {
    SplittableRandom random = new SplittableRandom(1);
    List<Vote> votes = new ArrayList<>();
    for (int pair = 0; pair < 3000; pair++) {
      double p = random.nextDouble();
      for (int k = 0; k < 2 + pair % 3; k++) {
        votes.add(new Vote(pair, "p" + k, random.nextDouble() < p ? 1 : 0));
      }
    }
    HumanCeiling ceiling = of(votes);
    assertThat(ceiling.accuracy()).isCloseTo(0.75, within(0.015));
    assertThat(ceiling.interval().contains(0.75)).isTrue();
    // cov(y, y') = Var p = 1/12, Var y = 1/4.
    assertThat(ceiling.correlation()).isCloseTo(Math.sqrt(1 / 3.0), within(0.02));
    assertThat(ceiling.sameOperator()).isEmpty();
    assertThat(ceiling.betweenOperators()).isPresent();
  }

  @Test
  void pairsShownTheOtherWayRoundAreTheSame() {
    List<Vote> votes =
        Vote.of(
            List.of(
                new PreferenceLabel("1", A, B, Choice.FIRST, ADA),
                new PreferenceLabel("2", B, A, Choice.SECOND, ADA),
                new PreferenceLabel("3", A, B, Choice.SECOND, BOB),
                new PreferenceLabel("4", A, B, Choice.CANT_TELL, BOB)));
    assertThat(votes).extracting(Vote::label).containsExactly(0.0, 0.0, 1.0);
    HumanCeiling ceiling = of(votes);
    assertThat(ceiling.sameOperator().orElseThrow().share()).isEqualTo(1);
    assertThat(ceiling.betweenOperators().orElseThrow().share()).isZero();
    assertThat(ceiling.all().share()).isCloseTo(1 / 3.0, within(1e-12));
  }

  @Test
  void withoutRepeatsOrWithTiesOnlyThereIsNone() {
    assertThat(HumanCeiling.of(List.of())).isEmpty();
    assertThat(HumanCeiling.of(List.of(new Vote(0, "a", 1), new Vote(1, "a", 0)))).isEmpty();
    assertThat(HumanCeiling.of(List.of(new Vote(0, "a", 0.5), new Vote(0, "b", 0.5)))).isEmpty();
  }

  @Test
  void perfectAgreementOnFewPairsIsNotCertainty() {
    List<Vote> votes = new ArrayList<>();
    for (int pair = 0; pair < 5; pair++) {
      votes.add(new Vote(pair, "a", 1));
      votes.add(new Vote(pair, "b", 1));
    }
    HumanCeiling ceiling = of(votes);
    assertThat(ceiling.accuracy()).isEqualTo(1);
    assertThat(ceiling.interval().low()).isLessThan(0.8);
  }

  @Test
  void warnsOfAnAccuracyThatNoModelCouldHave() {
    List<Vote> votes = new ArrayList<>();
    for (int pair = 0; pair < 300; pair++) {
      votes.add(new Vote(pair, "a", 1));
      votes.add(new Vote(pair, "b", pair % 3 == 0 ? 0 : 1));
    }
    HumanCeiling ceiling = of(votes);
    assertThat(ceiling.accuracy()).isCloseTo(0.75, within(0.001));
    assertThat(ceiling.warning(new Proportion(285, 300))).isPresent();
    assertThat(ceiling.warning(new Proportion(235, 300))).isEmpty();
    assertThat(ceiling.warning(new Proportion(5, 5))).as("five labels prove nothing").isEmpty();
  }

  @Test
  void scoresGiveTheirIntraclassCorrelation() {
    List<ScoreLabel> scores = new ArrayList<>();
    int[][] values = {{9, 9}, {1, 2}, {5, 6}, {3, 3}};
    for (int s = 0; s < values.length; s++) {
      for (int score : values[s]) {
        SegmentRef segment = new SegmentRef("e" + s, 0, 3);
        scores.add(new ScoreLabel("l" + s + score, segment, score, Set.of(), ADA));
      }
    }
    ScoreCeiling ceiling = ScoreCeiling.of(scores).orElseThrow();
    // Mean squares by hand: between 61.5/3 = 20.5 (means 9, 1.5, 5.5, 3 about 4.75), within 1/4.
    assertThat(ceiling.reliability()).isCloseTo((20.5 - 0.25) / (20.5 + 0.25), within(0.01));
    assertThat(ScoreCeiling.of(scores.subList(0, 2))).isEmpty();
  }
}
