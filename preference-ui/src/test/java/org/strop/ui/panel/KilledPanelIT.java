package org.strop.ui.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strop.bridge.trajectory.PreferenceLabel;
import org.strop.ui.store.Query;

/** Kills a panel with SIGKILL while answers arrive: what it acknowledged must be there. */
@Tag("slow")
class KilledPanelIT {
  private static final int ATTEMPTS = 800;

  @TempDir Path folder;
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void acknowledgedAnswersSurviveKillNine() throws IOException, InterruptedException {
    List<String> acknowledged = new ArrayList<>();
    int asked = 0;
    for (int round = 0; round < 3; round++) {
      Path portFile = folder.resolve("port-" + round);
      Process child = spawn(portFile);
      int port = Integer.parseInt(await(portFile, child));
      AtomicInteger count = new AtomicInteger();
      int killAfter = 20 + 13 * round;
      Thread killer = killerOf(child, count, killAfter);
      asked = answerUntilDead(port, asked, acknowledged, count);
      killer.join();
      child.waitFor(20, TimeUnit.SECONDS);
      assertThat(count.get()).as("answers before the kill").isGreaterThanOrEqualTo(killAfter);
    }
    try (PanelFixture survivor = PanelFixture.start(folder, ATTEMPTS, PanelConfig.local(0))) {
      List<String> stored =
          survivor.store().preferences().stream().map(PreferenceLabel::labelId).toList();
      assertThat(stored).containsAll(acknowledged);
      int inFlight = stored.size() - acknowledged.size();
      assertThat(inFlight).isBetween(0, 1);
      assertThat(survivor.store().next("anna"))
          .map(Query::queryId)
          .contains("query-" + (asked + inFlight));
    }
  }

  private Process spawn(Path portFile) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            LabellingChild.class.getName(),
            folder.toString(),
            String.valueOf(ATTEMPTS),
            portFile.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("child.log").toFile())
        .start();
  }

  private String await(Path file, Process child) throws IOException {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!Files.exists(file)) {
      assertThat(child.isAlive()).as(Files.readString(folder.resolve("child.log"))).isTrue();
      assertThat(System.nanoTime()).as("panel started in time").isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    return Files.readString(file);
  }

  /** Kills from another thread, so that the kill falls anywhere within an answer's way. */
  private static Thread killerOf(Process child, AtomicInteger count, int after) {
    Thread killer =
        new Thread(
            () -> {
              while (count.get() < after) {
                Thread.onSpinWait();
              }
              child.destroyForcibly();
            });
    killer.start();
    return killer;
  }

  /** Answers query after query, each under its own nonce; returns the first not acknowledged. */
  private int answerUntilDead(int port, int from, List<String> acknowledged, AtomicInteger count)
      throws InterruptedException {
    for (int query = from; ; query++) {
      try {
        HttpResponse<String> response =
            client.send(answer(port, query), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        String id = PanelFixture.json(response).get("label_id").asText();
        if (!acknowledged.contains(id)) {
          acknowledged.add(id);
        }
        count.incrementAndGet();
      } catch (IOException e) {
        return query; // in flight: stored or not; its nonce makes sending it again harmless
      }
    }
  }

  private static HttpRequest answer(int port, int query) {
    String body =
        """
        {"query_id":"query-%d","operator":"anna","choice":"first","response_ms":5,
         "kind":"simulated","nonce":"nonce-%08d"}
        """
            .formatted(query, query);
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/choices"))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }
}
