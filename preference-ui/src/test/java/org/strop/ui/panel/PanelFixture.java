package org.strop.ui.panel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.ui.SyntheticAttempts;
import org.strop.ui.store.Store;

/** A panel over a SQLite file and synthetic attempts, and a real HTTP client to ask it. */
final class PanelFixture implements AutoCloseable {
  private static final long SEED = 7;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final Store store;
  private final PanelServer server;

  private PanelFixture(Store store, PanelServer server) {
    this.store = store;
    this.server = server;
  }

  static PanelFixture start(Path folder, int attempts, PanelConfig config) {
    List<Trajectory> all = SyntheticAttempts.make(attempts, SEED);
    Store store = Store.open(folder.resolve("labels.db"));
    store.addQueries(SyntheticAttempts.pairs(all));
    return new PanelFixture(store, PanelServer.start(config, store, EpisodeSource.of(all)));
  }

  Store store() {
    return store;
  }

  PanelServer server() {
    return server;
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("the panel did not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  HttpResponse<String> get(String path) {
    return send(request(path));
  }

  HttpResponse<String> post(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  static JsonNode json(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new AssertionError("not JSON: " + response.body(), e);
    }
  }

  @Override
  public void close() {
    server.close();
    store.close();
  }
}
