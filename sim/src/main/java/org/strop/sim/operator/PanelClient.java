package org.strop.sim.operator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/** Speaks JSON over HTTP with the panel. Every failure is told as a {@link StropException}. */
final class PanelClient {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final URI panel;
  private final Optional<String> token;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final JsonMapper json = new JsonMapper();

  /**
   * Creates a client.
   *
   * @param panel address of the panel, for example {@code http://127.0.0.1:8080}
   * @param token access token, where the panel wants one
   */
  PanelClient(URI panel, Optional<String> token) {
    this.panel = panel;
    this.token = token;
  }

  /** Returns the body of a 200 answer, or empty for 204. */
  Optional<JsonNode> get(String path) {
    HttpResponse<String> response = send(request(path).GET().build());
    return response.statusCode() == 204 ? Optional.empty() : Optional.of(parse(response));
  }

  /** Posts a body; any 2xx answer will do. */
  void post(String path, Map<String, Object> body) {
    try {
      HttpRequest request =
          request(path)
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(json.writeValueAsString(body)))
              .build();
      send(request);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + body, e);
    }
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(panel.resolve(path)).timeout(TIMEOUT);
    token.ifPresent(t -> builder.header("Authorization", "Bearer " + t));
    return builder;
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw refused(request, response);
      }
      return response;
    } catch (IOException e) {
      throw new StropException(
          ErrorCode.UNREACHABLE,
          "the panel does not answer: " + e,
          where(request),
          "start the panel, or give the address that it prints",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StropException(
          ErrorCode.IO, "labelling was interrupted", where(request), "run it again to go on", e);
    }
  }

  private StropException refused(HttpRequest request, HttpResponse<String> response) {
    String what = "the panel answers " + response.statusCode() + " to " + where(request);
    String fix = "see the panel's log";
    try {
      JsonNode problem = json.readTree(response.body());
      what = what + ": " + problem.path("what").asText(response.body());
      fix = problem.path("fix").asText(fix);
    } catch (JsonProcessingException e) {
      what = what + ": " + response.body();
    }
    return new StropException(ErrorCode.IO, what, where(request), fix);
  }

  private JsonNode parse(HttpResponse<String> response) {
    try {
      return json.readTree(response.body());
    } catch (JsonProcessingException e) {
      throw new StropException(
          ErrorCode.CORRUPT_DATA,
          "the panel's answer is not JSON: " + e.getOriginalMessage(),
          String.valueOf(response.uri()),
          "check that the address is that of a panel",
          e);
    }
  }

  private static String where(HttpRequest request) {
    return request.method() + " " + request.uri();
  }
}
