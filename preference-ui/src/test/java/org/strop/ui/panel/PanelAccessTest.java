package org.strop.ui.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

class PanelAccessTest {
  private static final String TOKEN = "0123456789abcdef0123";
  private static final String ANSWER =
      "{\"query_id\":\"query-0\",\"operator\":\"eve\",\"choice\":\"first\",\"response_ms\":1,\"kind\":\"person\"}";

  @TempDir Path folder;

  private PanelFixture local() {
    return PanelFixture.start(folder, 2, PanelConfig.local(0));
  }

  private PanelFixture withToken() {
    return PanelFixture.start(folder, 2, new PanelConfig("0.0.0.0", 0, Optional.of(TOKEN)));
  }

  /** Returns the status line of a raw request, with headers that an HTTP client would not send. */
  private static String raw(PanelFixture panel, String method, String headers, String body)
      throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), panel.server().port())) {
      OutputStream out = socket.getOutputStream();
      String path = method.equals("GET") ? "/api/progress?operator=eve" : "/api/choices";
      String request =
          method
              + " "
              + path
              + " HTTP/1.1\r\n"
              + headers
              + "Connection: close\r\n"
              + "Content-Length: "
              + body.length()
              + "\r\n\r\n"
              + body;
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\r\n", 2)[0];
    }
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:1, 200",
    "127.0.0.1, 200",
    "[::1]:9, 200",
    "evil.example, 403",
    "localhost.evil.example:80, 403",
    "127.0.0.1.evil.example, 403",
  })
  void aLocalPanelAnswersOnlyUnderThisMachinesName(String host, int status) throws IOException {
    try (PanelFixture panel = local()) {
      assertThat(raw(panel, "GET", "Host: " + host + "\r\n", "")).contains(" " + status + " ");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: http://evil.example\r\nContent-Type: application/json\r\n",
        "Origin: null\r\nContent-Type: application/json\r\n",
        "Origin: http://localhost:2\r\nContent-Type: application/json\r\n",
        "Sec-Fetch-Site: cross-site\r\nContent-Type: application/json\r\n",
        "Sec-Fetch-Site: same-site\r\nContent-Type: application/json\r\n",
        "Content-Type: text/plain\r\n",
        "Content-Type: application/x-www-form-urlencoded\r\n",
        "",
      })
  void otherSitesCanNotAnswer(String headers) throws IOException {
    try (PanelFixture panel = local()) {
      assertThat(raw(panel, "POST", "Host: localhost:1\r\n" + headers, ANSWER))
          .containsPattern(" (403|415) ");
      assertThat(panel.store().preferences()).isEmpty();
    }
  }

  @Test
  void thePanelsOwnPageCanAnswer() throws IOException {
    try (PanelFixture panel = local()) {
      String own =
          "Host: localhost:1\r\nOrigin: http://localhost:1\r\nSec-Fetch-Site: same-origin\r\n"
              + "Content-Type: application/json; charset=utf-8\r\n";
      assertThat(raw(panel, "POST", own, ANSWER)).contains(" 201 ");
      assertThat(panel.store().preferences()).hasSize(1);
    }
  }

  @Test
  void largeBodiesAreRefusedAlsoWithoutALength() {
    try (PanelFixture panel = local()) {
      byte[] large = new byte[Replies.MAX_BODY + 1];
      HttpRequest.Builder chunked =
          panel
              .request("/api/choices")
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(large)));
      assertThat(panel.send(chunked).statusCode()).isEqualTo(413);
      assertThat(panel.post("/api/choices", " ".repeat(20_000)).statusCode()).isEqualTo(413);
    }
  }

  @Test
  void everyAnswerCarriesTheSecurityHeaders() {
    try (PanelFixture panel = local()) {
      for (String path : List.of("/", "/api/episodes", "/nothing")) {
        var headers = panel.get(path).headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
            .contains("default-src 'none'")
            .contains("frame-ancestors 'none'")
            .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Server")).isEmpty();
      }
    }
  }

  @Test
  void anOpenBindWithoutAGoodTokenIsRefused() {
    for (Optional<String> token : List.of(Optional.<String>empty(), Optional.of("short"))) {
      PanelConfig open = new PanelConfig("0.0.0.0", 0, token);
      assertThatThrownBy(() -> PanelFixture.start(folder, 2, open).close())
          .isInstanceOfSatisfying(
              StropException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.CONFIG);
                assertThat(e.where()).isEqualTo("panel.token");
              });
    }
  }

  @Test
  void withATokenNothingIsServedWithoutIt() {
    try (PanelFixture panel = withToken()) {
      for (String path : List.of("/", "/page/main.js", "/api/episodes", "/api/next?operator=a")) {
        assertThat(panel.get(path).statusCode()).isEqualTo(401);
        assertThat(panel.get(path).body()).doesNotContain(TOKEN).contains("fix");
      }
      assertThat(panel.get("/api/episodes?token=" + TOKEN + "x").statusCode()).isEqualTo(401);
      assertThat(panel.post("/api/choices", ANSWER).statusCode()).isEqualTo(401);
      assertThat(panel.post("/api/choices?token=" + TOKEN, ANSWER).statusCode()).isEqualTo(401);
      assertThat(panel.store().preferences()).isEmpty();
    }
  }

  @Test
  void theTokenPassesAsBearer() {
    try (PanelFixture panel = withToken()) {
      HttpRequest.Builder request =
          panel.request("/api/episodes").header("Authorization", "Bearer " + TOKEN);
      assertThat(panel.send(request).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void theTokenInTheAddressTurnsIntoACookieThatOutlivesARestart() {
    String cookie;
    try (PanelFixture panel = withToken()) {
      HttpResponse<String> first = panel.get("/?operator=anna&token=" + TOKEN);
      assertThat(first.statusCode()).isEqualTo(303);
      assertThat(first.headers().firstValue("Location")).contains("/?operator=anna");
      cookie = first.headers().firstValue("Set-Cookie").orElse("");
      assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict").doesNotContain(TOKEN);
    }
    try (PanelFixture panel = withToken()) {
      HttpRequest.Builder request =
          panel.request("/api/episodes").header("Cookie", cookie.split(";", 2)[0]);
      assertThat(panel.send(request).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aTakenPortIsToldWithItsMend() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      PanelConfig config = PanelConfig.local(taken.getLocalPort());
      assertThatThrownBy(() -> PanelFixture.start(folder, 2, config).close())
          .isInstanceOfSatisfying(
              StropException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.PORT_IN_USE);
                assertThat(e.what()).contains(String.valueOf(taken.getLocalPort()));
                assertThat(e.fix()).contains("another port");
              });
    }
  }

  @Test
  void anAddressOfAnotherMachineIsTold() {
    PanelConfig config = new PanelConfig("192.0.2.1", 0, Optional.of(TOKEN));
    assertThatThrownBy(() -> PanelFixture.start(folder, 2, config).close())
        .isInstanceOf(StropException.class)
        .hasMessageContaining("192.0.2.1");
  }
}
