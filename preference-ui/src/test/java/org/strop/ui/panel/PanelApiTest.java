package org.strop.ui.panel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.strop.bridge.trajectory.Choice;

class PanelApiTest {
  @TempDir Path folder;
  private PanelFixture panel;

  @BeforeEach
  void start() {
    panel = PanelFixture.start(folder, 4, PanelConfig.local(0));
  }

  @AfterEach
  void stop() {
    panel.close();
  }

  private static String choice(String query, String choice, String more) {
    return "{\"query_id\":\"%s\",\"operator\":\"anna\",\"choice\":\"%s\",\"response_ms\":1200,\"kind\":\"person\"%s}"
        .formatted(query, choice, more);
  }

  private static String score(String episode, int score, String causes) {
    return "{\"episode_id\":\"%s\",\"operator\":\"anna\",\"score\":%d,\"causes\":%s,\"response_ms\":800,\"kind\":\"simulated\"}"
        .formatted(episode, score, causes);
  }

  @Test
  void aSessionRunsFromTheFirstQueryToTheLast() {
    JsonNode next = PanelFixture.json(panel.get("/api/next?operator=anna"));
    assertThat(next.get("query_id").asText()).isEqualTo("query-0");
    assertThat(next.get("first").get("episode_id").asText()).isEqualTo("attempt-0");
    assertThat(next.get("second").get("from").asInt()).isZero();
    assertThat(next.get("done").asInt()).isZero();
    assertThat(next.get("total").asInt()).isEqualTo(2);
    HttpResponse<String> saved = panel.post("/api/choices", choice("query-0", "second", ""));
    assertThat(saved.statusCode()).isEqualTo(201);
    assertThat(PanelFixture.json(saved).get("label_id").asText())
        .isEqualTo(panel.store().preferences().get(0).labelId());
    assertThat(panel.store().preferences().get(0).choice()).isEqualTo(Choice.SECOND);
    assertThat(panel.store().preferences().get(0).provenance().responseMillis()).isEqualTo(1200);
    panel.post("/api/choices", choice("query-1", "cant_tell", ""));
    assertThat(panel.get("/api/next?operator=anna").statusCode()).isEqualTo(204);
    JsonNode progress = PanelFixture.json(panel.get("/api/progress?operator=anna"));
    assertThat(progress.toString()).isEqualTo("{\"done\":2,\"total\":2,\"scores\":0}");
  }

  @Test
  void scoresAreOfWholeEpisodesAndComeBackWithTheQuery() {
    int status = panel.post("/api/scores", score("attempt-1", 6, "[\"too_low\"]")).statusCode();
    assertThat(status).isEqualTo(201);
    var label = panel.store().scores().get(0);
    assertThat(label.segment().from()).isZero();
    assertThat(label.causes()).containsExactly("too_low");
    assertThat(label.provenance().kind()).isEqualTo("simulated");
    JsonNode next = PanelFixture.json(panel.get("/api/next?operator=anna"));
    assertThat(next.get("scores").get("attempt-1").get("score").asInt()).isEqualTo(6);
    assertThat(panel.post("/api/scores", score("nobody", 6, "[]")).statusCode()).isEqualTo(404);
  }

  @Test
  void undoNamesWhatItUndidAndThenHasNothingLeft() {
    String id =
        PanelFixture.json(panel.post("/api/choices", choice("query-0", "same", "")))
            .get("label_id")
            .asText();
    HttpResponse<String> undone = panel.post("/api/undo", "{\"operator\":\"anna\"}");
    assertThat(undone.statusCode()).isEqualTo(200);
    assertThat(PanelFixture.json(undone).get("undone").asText()).isEqualTo(id);
    HttpResponse<String> nothing = panel.post("/api/undo", "{\"operator\":\"anna\"}");
    assertThat(nothing.statusCode()).isEqualTo(409);
    assertThat(PanelFixture.json(nothing).get("error").asText()).contains("anna");
  }

  @Test
  void anAnswerSentTwiceIsStoredOnceAndAChangedOneConflicts() {
    String nonce = ",\"nonce\":\"0123-4567-89ab\"";
    HttpResponse<String> first = panel.post("/api/choices", choice("query-0", "first", nonce));
    HttpResponse<String> again = panel.post("/api/choices", choice("query-0", "first", nonce));
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    HttpResponse<String> other = panel.post("/api/choices", choice("query-0", "second", ""));
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(panel.store().preferences()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{\"operator\":\"anna\"}",
        "{\"query_id\":\"query-0\",\"operator\":\"anna\",\"choice\":\"left\",\"response_ms\":1,\"kind\":\"person\"}",
        "{\"query_id\":\"query-0\",\"operator\":\"anna\",\"choice\":null,\"response_ms\":1,\"kind\":\"person\"}",
        "{\"query_id\":\"query-0\",\"operator\":\"a"
            + " b\",\"choice\":\"first\",\"response_ms\":1,\"kind\":\"person\"}",
        "{\"query_id\":\"query-0\",\"operator\":\"anna\",\"choice\":\"first\",\"response_ms\":-7,\"kind\":\"person\"}",
        "{\"query_id\":\"query-0\",\"operator\":\"anna\",\"choice\":\"first\",\"response_ms\":\"1\",\"kind\":\"person\"}",
        "{\"query_id\":\"query-0\",\"operator\":\"anna\",\"choice\":\"first\",\"response_ms\":1,\"kind\":\"person\",\"x\":1}",
        "{\"query_id\":\"query-0\",\"operator\":\"anna\",\"choice\":\"first\",\"response_ms\":1,\"kind\":\"person\"}{}",
      })
  void wrongBodiesSayWhatIsWrongAndStoreNothing(String body) {
    HttpResponse<String> response = panel.post("/api/choices", body);
    assertThat(response.statusCode()).isEqualTo(400);
    JsonNode problem = PanelFixture.json(response);
    assertThat(problem.get("what").asText()).isNotBlank();
    assertThat(problem.get("where").asText()).isEqualTo("POST /api/choices");
    assertThat(problem.get("fix").asText()).isNotBlank();
    assertThat(panel.store().preferences()).isEmpty();
  }

  @Test
  void wrongScoresAreRefused() {
    assertThat(panel.post("/api/scores", score("attempt-0", 10, "[]")).statusCode()).isEqualTo(400);
    assertThat(panel.post("/api/scores", score("attempt-0", 5, "[\"Too low\"]")).statusCode())
        .isEqualTo(400);
    assertThat(panel.post("/api/scores", score("attempt-0", 5, "null")).statusCode())
        .isEqualTo(400);
    assertThat(panel.store().scores()).isEmpty();
  }

  @Test
  void aReplayHoldsEveryStepInUnitsAndShowsNoSource() {
    JsonNode list = PanelFixture.json(panel.get("/api/episodes"));
    int steps = list.get(0).get("steps").asInt();
    HttpResponse<String> response = panel.get("/api/episodes/attempt-0/replay");
    JsonNode replay = PanelFixture.json(response);
    assertThat(replay.get("rate_hz").asDouble()).isEqualTo(20);
    assertThat(replay.get("state")).hasSize(steps);
    assertThat(replay.get("state").get(0)).hasSize(7);
    assertThat(replay.get("wrench").get(0)).hasSize(6);
    assertThat(replay.get("cut").get(0)).hasSize(4);
    assertThat(replay.get("workpiece").get("kind").asText()).isEqualTo("cucumber");
    assertThat(replay.get("workpiece").get("profile").get(0)).hasSize(3);
    assertThat(replay.has("source")).isFalse();
    assertThat(panel.get("/api/episodes/nobody/replay").statusCode()).isEqualTo(404);
  }

  @Test
  void unknownPathsAndOperatorsAreToldAsProblems() {
    assertThat(panel.get("/api/nothing").statusCode()).isEqualTo(404);
    assertThat(PanelFixture.json(panel.get("/api/nothing")).get("fix").asText()).isNotBlank();
    assertThat(panel.get("/api/next").statusCode()).isEqualTo(400);
    assertThat(panel.get("/page/..%2Fsecret.js").statusCode()).isGreaterThanOrEqualTo(400);
    assertThat(panel.get("/lib/lit/index.js").statusCode()).isEqualTo(200);
    assertThat(panel.get("/lib/jetty/index.js").statusCode()).isEqualTo(404);
  }
}
