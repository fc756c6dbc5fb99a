package org.strop.sim.operator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.Trajectory;

/** A panel in memory that asks about neighbours in a list of episodes and keeps the answers. */
final class FakePanel implements AutoCloseable {
  final List<JsonNode> choices = new ArrayList<>();
  final List<JsonNode> scores = new ArrayList<>();
  final List<String> replays = new ArrayList<>();

  private final JsonMapper json = new JsonMapper();
  private final Map<String, Trajectory> episodes = new LinkedHashMap<>();
  private final List<Trajectory> order;
  private final HttpServer server;

  FakePanel(List<Trajectory> order) throws IOException {
    this.order = order;
    order.forEach(t -> episodes.put(t.info().episodeId(), t));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/next", this::next);
    server.createContext("/api/choices", e -> take(e, choices));
    server.createContext("/api/scores", e -> take(e, scores));
    server.createContext("/api/episodes/", this::replay);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void next(HttpExchange exchange) throws IOException {
    int i = choices.size();
    if (i + 1 >= order.size()) {
      reply(exchange, 204, null);
      return;
    }
    ObjectNode query = json.createObjectNode().put("query_id", "q" + i);
    query.set("first", span(order.get(i)));
    query.set("second", span(order.get(i + 1)));
    reply(exchange, 200, query.put("done", i).put("total", order.size() - 1));
  }

  private ObjectNode span(Trajectory t) {
    ObjectNode span = json.createObjectNode().put("episode_id", t.info().episodeId());
    return span.put("from", 0).put("to", t.length());
  }

  private void take(HttpExchange exchange, List<JsonNode> into) throws IOException {
    into.add(json.readTree(exchange.getRequestBody()));
    reply(exchange, 201, json.createObjectNode().put("label_id", "l" + into.size()));
  }

  private void replay(HttpExchange exchange) throws IOException {
    String id = exchange.getRequestURI().getPath().split("/", -1)[3];
    replays.add(id);
    Trajectory t = episodes.get(id);
    if (t == null) {
      reply(exchange, 404, json.createObjectNode().put("what", "no " + id).put("fix", "ask less"));
      return;
    }
    ObjectNode body = json.createObjectNode().put("episode_id", id);
    body.put("rate_hz", t.info().rateHz());
    body.set("state", matrix(t.channel(Channels.STATE)));
    body.set("wrench", matrix(t.channel(Channels.WRENCH)));
    body.set("cut", matrix(t.channel(Channels.CUT)));
    var piece = t.info().workpiece().orElseThrow();
    ObjectNode workpiece = body.putObject("workpiece").put("kind", piece.kind());
    workpiece.put("skin_thickness_m", piece.skinThicknessM());
    workpiece.set("profile", matrix(piece.profile()));
    reply(exchange, 200, body);
  }

  private ArrayNode matrix(FloatMatrix m) {
    ArrayNode rows = json.createArrayNode();
    for (int r = 0; r < m.rows(); r++) {
      ArrayNode row = rows.addArray();
      for (float value : m.row(r)) {
        row.add(value);
      }
    }
    return rows;
  }

  private static void reply(
      HttpExchange exchange, int status, @org.jspecify.annotations.Nullable JsonNode body)
      throws IOException {
    byte[] bytes = body == null ? new byte[0] : body.toString().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
