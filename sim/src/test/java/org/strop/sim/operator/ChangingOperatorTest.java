package org.strop.sim.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.strop.bridge.trajectory.Choice;
import org.strop.bridge.trajectory.SegmentRef;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.configs.StropException;
import org.strop.sim.PeelingTask;
import org.strop.sim.operator.SimulatedOperator.Answer;
import org.strop.sim.rollout.DemonstrationFactory;
import org.strop.sim.task.TaskConfig;

/** Fatigue, drift and side bias; and that an operator without them did not change. */
class ChangingOperatorTest {
  private static final String[] NEVER_TIRED = {
    "fatigue.answers=40",
    "fatigue.break_every=0",
    "fatigue.beta_loss=0",
    "fatigue.eps_mistake_gain=0",
    "fatigue.score_noise_gain=0",
    "fatigue.slowing=0",
    "side_bias=0"
  };

  private final TaskConfig task = PeelingTask.load();
  private final List<Trajectory> demos = DemonstrationFactory.demonstrate(task, 60, 1);

  private SimulatedOperator operator(String name, String... overrides) {
    return new SimulatedOperator(SimulatedOperatorTest.config(name, overrides), task, 1);
  }

  private Answer ask(SimulatedOperator operator, int i, int j, int answered) {
    Trajectory a = demos.get(i);
    Trajectory b = demos.get(j);
    return operator.compare(a, SegmentRef.whole(a), b, SegmentRef.whole(b), answered);
  }

  private double share(SimulatedOperator operator, int answered, Judgement test) {
    int n = 0;
    int hits = 0;
    for (int i = 0; i < demos.size(); i++) {
      for (int j = 0; j < i; j++) {
        hits += test.holds(i, j, ask(operator, i, j, answered)) ? 1 : 0;
        n++;
      }
    }
    return (double) hits / n;
  }

  private interface Judgement {
    boolean holds(int i, int j, Answer answer);
  }

  private double wrong(SimulatedOperator operator, int answered) {
    return share(
        operator,
        answered,
        (i, j, answer) -> {
          boolean first = operator.utility(demos.get(i)) > operator.utility(demos.get(j));
          return answer.choice() == (first ? Choice.SECOND : Choice.FIRST);
        });
  }

  @Test
  void withAllNewNumbersAtZeroEveryAnswerIsTheSameToTheBit() {
    for (String name : List.of("gentle", "brisk")) {
      SimulatedOperator plain = operator(name);
      SimulatedOperator zeros = operator(name, NEVER_TIRED);
      for (int i = 1; i < demos.size(); i++) {
        assertThat(ask(zeros, i, i - 1, 500)).isEqualTo(ask(plain, i, i - 1, 0));
        assertThat(zeros.score(demos.get(i), 500)).isEqualTo(plain.score(demos.get(i)));
      }
    }
  }

  /** Written down from the operators as they were before fatigue, drift and bias. */
  @Test
  void theOperatorsOfTheDemoAnswerAsTheyAlwaysDid() {
    assertThat(fingerprint("gentle"))
        .isEqualTo(
            "FSSFSSFFFSSFSSFSFFSSFSSSSFSFSSSSSFFSFSF"
                + "6001014311031461441551433532100026116161 195643");
    assertThat(fingerprint("brisk"))
        .isEqualTo(
            "FFFFFSFSSFFSSFSFSFSFSSSFFSSSSSSFFSFSSFS"
                + "8672457187114536255411789587777761746757 92450");
  }

  private String fingerprint(String name) {
    StringBuilder text = new StringBuilder();
    long response = 0;
    SimulatedOperator operator = operator(name);
    List<Trajectory> peels = MadeUpPeels.cucumbers(40);
    for (int i = 1; i < peels.size(); i++) {
      Answer answer = operator.compare(peels.get(i - 1), peels.get(i));
      text.append(answer.choice().name().charAt(0));
      response += answer.responseMs();
    }
    peels.forEach(t -> text.append(operator.score(t).score()));
    return text.append(' ').append(response).toString();
  }

  @Test
  void aTiredOperatorErrsMoreAndAnswersSlower() {
    SimulatedOperator tired = operator("tired", "eps_equal=0", "eps_skip=0");
    double rested = wrong(tired, 0);
    double late = wrong(tired, 119);
    assertThat(late).isGreaterThan(rested + 0.1); // 8 standard errors of 1770 answers
    assertThat(late).isLessThan(0.5);
    assertThat(wrong(tired, 120)).isEqualTo(rested); // after the break
    assertThat(ask(tired, 1, 0, 119).responseMs())
        .isCloseTo(Math.round(1.949 * ask(tired, 1, 0, 0).responseMs()), within(10L));
  }

  @Test
  void fatigueAloneNeverGoesBeyondGuessing() {
    SimulatedOperator worn =
        operator(
            "tired",
            "beta=1e9",
            "eps_mistake=0.3",
            "fatigue.eps_mistake_gain=0.5",
            "fatigue.beta_loss=0",
            "fatigue.break_every=0",
            "eps_equal=0",
            "eps_skip=0");
    assertThat(wrong(worn, 100000)).isCloseTo(0.5, within(0.05)); // 4 standard errors
  }

  @Test
  void aDriftingTasteGoesFromTheFirstToTheLast() {
    SimulatedOperator drifting = operator("drifting");
    OperatorConfig config = SimulatedOperatorTest.config("drifting");
    Trajectory demo = demos.get(7);
    SegmentRef whole = SegmentRef.whole(demo);
    var produce = task.kind(demo.info().workpiece().orElseThrow().kind());
    double last =
        Taste.utility(config.drift().orElseThrow().taste(), demo, 0, demo.length(), produce);
    assertThat(drifting.utility(demo, whole, 0)).isEqualTo(operator("gentle").utility(demo));
    assertThat(drifting.utility(demo, whole, 200)).isCloseTo(last, within(1e-12));
    assertThat(drifting.utility(demo, whole, 9999)).isEqualTo(drifting.utility(demo, whole, 200));
    assertThat(drifting.utility(demo, whole, 100))
        .isNotEqualTo(drifting.utility(demo, whole, 0))
        .isNotEqualTo(last);
  }

  @Test
  void aSideBiasDecidesCloseCallsAndTurnsWithItsSign() {
    double plain = share(operator("brisk"), 0, (i, j, a) -> a.choice() == Choice.FIRST);
    double left = share(operator("lefty"), 0, (i, j, a) -> a.choice() == Choice.FIRST);
    double right =
        share(operator("lefty", "side_bias=-0.08"), 0, (i, j, a) -> a.choice() == Choice.FIRST);
    assertThat(left).isGreaterThan(plain + 0.1);
    assertThat(right).isLessThan(plain - 0.1);
  }

  @Test
  void theShippedTastesAreDifferentPeople() {
    List<String> names = List.of("gentle", "brisk", "thorough", "thrifty");
    for (String one : names) {
      for (String two : names) {
        if (!one.equals(two)) {
          assertThat(disagreement(one, two)).as(one + " and " + two).isBetween(0.1, 0.8);
        }
      }
    }
  }

  private double disagreement(String one, String two) {
    SimulatedOperator a = operator(one);
    SimulatedOperator b = operator(two);
    int n = 0;
    int disagree = 0;
    for (int i = 1; i < demos.size(); i++) {
      double ofA = a.utility(demos.get(i)) - a.utility(demos.get(i - 1));
      double ofB = b.utility(demos.get(i)) - b.utility(demos.get(i - 1));
      disagree += ofA * ofB < 0 ? 1 : 0;
      n++;
    }
    return (double) disagree / n;
  }

  @Test
  void thePanelsCountOfAnswersIsWhatTires() throws IOException {
    SimulatedOperator tired = operator("tired", "fatigue.answers=1", "eps_equal=0", "eps_skip=0");
    List<Trajectory> few = demos.subList(0, 6);
    try (FakePanel panel = new FakePanel(few)) {
      new PanelOperator(panel.uri(), Optional.empty(), tired).answer(2, n -> {});
      new PanelOperator(panel.uri(), Optional.empty(), tired).answer(9, n -> {}); // resumed
      for (int i = 0; i < 5; i++) {
        Answer expected = ask(tired, i, i + 1, i);
        assertThat(panel.choices.get(i).get("response_ms").asLong())
            .isEqualTo(expected.responseMs());
        assertThat(panel.choices.get(i).get("choice").asText())
            .isEqualTo(expected.choice().name().toLowerCase(Locale.ROOT));
      }
    }
  }

  @Test
  void numbersOutOfRangeAreRefusedByName() {
    assertThatThrownBy(
            () -> operator("tired", "fatigue.beta_loss=1.5", "fatigue.answers=0", "side_bias=2"))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("fatigue.beta_loss")
        .hasMessageContaining("fatigue.answers")
        .hasMessageContaining("side_bias");
  }
}
