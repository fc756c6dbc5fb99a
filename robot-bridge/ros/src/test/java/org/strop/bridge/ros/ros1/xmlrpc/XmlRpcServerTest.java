package org.strop.bridge.ros.ros1.xmlrpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.strop.bridge.ros.ros1.Fuzz;

@Timeout(30)
class XmlRpcServerTest {
  private static final XmlRpcLimits LIMITS =
      new XmlRpcLimits(1024, 4096, 8, 4, Duration.ofMillis(300));

  private XmlRpcServer server;
  private XmlRpcClient client;

  @BeforeEach
  void start() throws IOException {
    server =
        XmlRpcServer.start(
            "test",
            InetAddress.getLoopbackAddress(),
            0,
            LIMITS,
            (method, params) -> {
              if (method.equals("echo")) {
                return params;
              }
              throw new XmlRpcException("no method " + method);
            });
    client =
        new XmlRpcClient(
            URI.create("http://127.0.0.1:" + server.port() + "/"),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void assertAlive() throws IOException {
    assertThat(client.call("echo", List.of("alive"))).isEqualTo(List.of("alive"));
  }

  /** Sends bytes and returns all that comes back until the server hangs up. */
  private String raw(byte[] bytes) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(bytes);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (java.net.SocketException reset) {
      return "reset";
    }
  }

  private String raw(String text) throws IOException {
    return raw(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void aFaultReachesTheCaller() {
    assertThatThrownBy(() -> client.call("frob", List.of()))
        .isInstanceOf(XmlRpcException.class)
        .hasMessageContaining("no method frob");
  }

  @Test
  void multicallAnswersEachCallOrItsFault() throws Exception {
    Object answers =
        client.call(
            "system.multicall",
            List.of(
                List.of(
                    Map.of("methodName", "echo", "params", List.of(1)),
                    Map.of("methodName", "frob", "params", List.of()))));
    assertThat(answers)
        .isEqualTo(
            List.of(List.of(List.of(1)), Map.of("faultCode", 1, "faultString", "no method frob")));
  }

  @Test
  void aConnectionServesManyRequests() throws Exception {
    byte[] body = XmlRpcWriter.call("echo", List.of(1));
    byte[] head =
        ("POST /RPC2 HTTP/1.1\r\nHost: h\r\nContent-length: " + body.length + "\r\n\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      InputStream in = socket.getInputStream();
      for (int i = 0; i < 3; i++) {
        socket.getOutputStream().write(head);
        socket.getOutputStream().write(body);
        HttpMessage answer = HttpMessage.read(in, LIMITS, false);
        assertThat(answer.startLine()).isEqualTo("HTTP/1.1 200 OK");
        assertThat(answer.keepAlive()).isTrue();
      }
    }
  }

  @Test
  void lengthsOverTheLimitEndTheConnection() throws Exception {
    assertThat(raw("POST / HTTP/1.1\r\nContent-Length: 2000000000\r\n\r\n")).doesNotContain("200");
    assertThat(raw("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n")).doesNotContain("200");
    assertThat(raw("POST / HTTP/1.1\r\n\r\n")).doesNotContain("200");
    assertThat(raw("POST / HTTP/1.1\r\nX: " + "x".repeat(5000))).doesNotContain("200");
    assertThat(raw("GET / HTTP/1.1\r\nContent-Length: 0\r\n\r\n")).contains("405");
    assertAlive();
  }

  @Test
  void aSilentPeerIsLetGo() throws Exception {
    assertThat(raw("POST / HTTP/1.1\r\nContent-Length: 100\r\n\r\n<")).isEmpty();
    assertAlive();
  }

  @Test
  void moreConnectionsThanTheLimitAreClosedAndTheOthersServed() throws Exception {
    Socket[] idle = new Socket[8];
    for (int i = 0; i < idle.length; i++) {
      idle[i] = new Socket(InetAddress.getLoopbackAddress(), server.port());
      idle[i].setSoTimeout(5000);
    }
    for (Socket socket : idle) {
      assertThat(socket.getInputStream().read()).isEqualTo(-1); // refused, or let go when silent
      socket.close();
    }
    assertAlive();
  }

  @Test
  void randomBytesNeverHangOrStopTheServer() throws Exception {
    byte[] body = XmlRpcWriter.call("echo", List.of("x"));
    byte[] valid =
        ("POST / HTTP/1.0\r\nContent-Length: "
                + body.length
                + "\r\n\r\n"
                + new String(body, StandardCharsets.UTF_8))
            .getBytes(StandardCharsets.UTF_8);
    Fuzz.forAll(
        300,
        valid,
        input -> {
          try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(input);
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes(); // returns: the server has answered or hung up
          } catch (java.net.SocketException reset) {
            assertThat(reset).isNotNull();
          }
        });
    assertAlive();
  }
}
