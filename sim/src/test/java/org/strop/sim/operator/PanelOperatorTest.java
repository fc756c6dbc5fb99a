package org.strop.sim.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.configs.StropException;
import org.strop.sim.PeelingTask;
import org.strop.sim.rollout.DemonstrationFactory;
import org.strop.sim.task.TaskConfig;

class PanelOperatorTest {
  private final TaskConfig task = PeelingTask.load();
  private final List<Trajectory> demos = DemonstrationFactory.demonstrate(task, 5, 20);
  private final SimulatedOperator gentle =
      new SimulatedOperator(SimulatedOperatorTest.config("gentle"), task, 3);

  @Test
  void answersAllQueriesAsItWouldWithTheTrajectoriesInHand() throws IOException {
    try (FakePanel panel = new FakePanel(demos)) {
      int answered = new PanelOperator(panel.uri(), Optional.empty(), gentle).answer(100, n -> {});
      assertThat(answered).isEqualTo(4);
      for (int i = 0; i < 4; i++) {
        JsonNode choice = panel.choices.get(i);
        String expected = gentle.compare(demos.get(i), demos.get(i + 1)).choice().name();
        assertThat(choice.get("choice").asText()).isEqualTo(expected.toLowerCase(Locale.ROOT));
        assertThat(choice.get("operator").asText()).isEqualTo("gentle");
        assertThat(choice.get("kind").asText()).isEqualTo("simulated");
        assertThat(choice.get("response_ms").asLong()).isPositive();
      }
      for (int i = 0; i < 5; i++) {
        SimulatedOperator.Score expected = gentle.score(demos.get(i));
        assertThat(panel.scores.get(i).get("score").asInt()).isEqualTo(expected.score());
        assertThat(panel.scores.get(i).get("causes")).hasSize(expected.causes().size());
      }
    }
  }

  @Test
  void watchesAndScoresEachEpisodeOnce() throws IOException {
    try (FakePanel panel = new FakePanel(demos)) {
      PanelOperator session = new PanelOperator(panel.uri(), Optional.empty(), gentle);
      assertThat(session.answer(2, n -> {})).isEqualTo(2);
      assertThat(session.answer(2, n -> {})).isEqualTo(2);
      assertThat(panel.replays).doesNotHaveDuplicates().hasSize(5);
      assertThat(panel.scores).hasSize(5);
    }
  }

  @Test
  void aPanelThatIsGoneIsToldWithItsAddress() throws IOException {
    FakePanel panel = new FakePanel(demos);
    panel.close();
    assertThatThrownBy(
            () -> new PanelOperator(panel.uri(), Optional.empty(), gentle).answer(1, n -> {}))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("does not answer")
        .hasMessageContaining(panel.uri().toString());
  }
}
