package org.strop.sim.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.Choice;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.sim.PeelingTask;
import org.strop.sim.rollout.DemonstrationFactory;
import org.strop.sim.task.TaskConfig;

class SimulatedOperatorTest {
  private final TaskConfig task = PeelingTask.load();
  private final List<Trajectory> demos = DemonstrationFactory.demonstrate(task, 60, 1);

  static OperatorConfig config(String name, String... overrides) {
    return OperatorConfig.load(
        PeelingTask.root().resolve("configs/operators/" + name + ".yaml"), List.of(overrides));
  }

  private SimulatedOperator operator(String name, String... overrides) {
    return new SimulatedOperator(config(name, overrides), task, 1);
  }

  @Test
  void utilitiesLieInTheUnitIntervalAndScatter() {
    for (String name : List.of("gentle", "brisk")) {
      double[] u = demos.stream().mapToDouble(operator(name)::utility).sorted().toArray();
      assertThat(u[0]).isGreaterThanOrEqualTo(0);
      assertThat(u[59]).isLessThanOrEqualTo(1);
      assertThat(u[54] - u[5]).isGreaterThan(0.2);
    }
  }

  @Test
  void theTwoOperatorsDisagreeAboutManyPairs() {
    SimulatedOperator gentle = operator("gentle");
    SimulatedOperator brisk = operator("brisk");
    int pairs = 0;
    int disagree = 0;
    for (int i = 0; i < 60; i++) {
      for (int j = i + 1; j < 60; j++) {
        double a = gentle.utility(demos.get(i)) - gentle.utility(demos.get(j));
        double b = brisk.utility(demos.get(i)) - brisk.utility(demos.get(j));
        pairs++;
        disagree += a * b < 0 ? 1 : 0;
      }
    }
    assertThat((double) disagree / pairs).isBetween(0.35, 0.75);
  }

  @Test
  void withoutNoiseTheBetterOneIsChosen() {
    SimulatedOperator sure =
        operator("gentle", "beta=1e9", "eps_mistake=0", "eps_equal=0", "eps_skip=0");
    for (int i = 1; i < 60; i++) {
      boolean first = sure.utility(demos.get(i - 1)) > sure.utility(demos.get(i));
      assertThat(sure.compare(demos.get(i - 1), demos.get(i)).choice())
          .isEqualTo(first ? Choice.FIRST : Choice.SECOND);
    }
  }

  @Test
  void mistakesComeAtTheirRate() {
    SimulatedOperator sure = operator("gentle", "beta=1e9", "eps_mistake=0.25", "eps_equal=0");
    int wrong = 0;
    int n = 0;
    for (int i = 0; i < 60; i++) {
      for (int j = 0; j < i; j++) {
        boolean first = sure.utility(demos.get(i)) > sure.utility(demos.get(j));
        Choice choice = sure.compare(demos.get(i), demos.get(j)).choice();
        wrong += (choice == Choice.FIRST) == first ? 0 : 1;
        n++;
      }
    }
    assertThat((double) wrong / n).isCloseTo(0.25, within(0.04)); // 4 standard errors of 1770
  }

  @Test
  void thresholdsGiveTiesAndSkips() {
    Trajectory a = demos.get(0);
    Trajectory b = demos.get(1);
    assertThat(operator("gentle", "eps_equal=1", "eps_skip=0").compare(a, b).choice())
        .isEqualTo(Choice.SAME);
    assertThat(operator("gentle", "eps_skip=1").compare(a, b).choice()).isEqualTo(Choice.CANT_TELL);
  }

  @Test
  void theSameQuestionGetsTheSameAnswerAndAnotherSeedAnother() {
    SimulatedOperator one = operator("brisk", "beta=0");
    SimulatedOperator again = operator("brisk", "beta=0");
    SimulatedOperator other = new SimulatedOperator(config("brisk", "beta=0"), task, 2);
    int differ = 0;
    for (int i = 1; i < 60; i++) {
      var answer = one.compare(demos.get(i - 1), demos.get(i));
      assertThat(again.compare(demos.get(i - 1), demos.get(i))).isEqualTo(answer);
      differ += other.compare(demos.get(i - 1), demos.get(i)).equals(answer) ? 0 : 1;
    }
    assertThat(differ).isGreaterThan(10);
  }

  @Test
  void anAttemptWithoutAStripIsWorthNothing() {
    Trajectory demo = demos.get(0);
    FloatMatrix nothing = FloatMatrix.of(demo.length(), 4, new float[4 * demo.length()]);
    SimulatedOperator gentle = operator("gentle");
    Trajectory empty = demo.with(Channels.CUT, nothing);
    assertThat(gentle.utility(empty)).isZero();
    assertThat(gentle.score(empty).score()).isLessThan(3);
    assertThat(gentle.score(empty).causes()).contains("too_high");
  }
}
