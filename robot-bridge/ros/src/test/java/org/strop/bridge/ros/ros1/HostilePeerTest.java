package org.strop.bridge.ros.ros1;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.strop.bridge.ros.PublisherOptions;
import org.strop.bridge.ros.RosPublisher;
import org.strop.bridge.ros.RosSubscription;
import org.strop.bridge.ros.SubscriberOptions;
import org.strop.bridge.ros.msg.PoseStamped;
import org.strop.bridge.ros.msg.StringMessage;
import org.strop.bridge.ros.ros1.TestGraph.Inbox;
import org.strop.bridge.ros.ros1.master.MasterClient;
import org.strop.bridge.ros.ros1.net.NodeAddress;
import org.strop.bridge.ros.ros1.net.SocketListener;
import org.strop.bridge.ros.ros1.xmlrpc.XmlRpcClient;
import org.strop.bridge.ros.ros1.xmlrpc.XmlRpcLimits;
import org.strop.bridge.ros.ros1.xmlrpc.XmlRpcServer;

@Timeout(60)
class HostilePeerTest {
  private final TestGraph graph = new TestGraph();
  private final Ros1Node node = graph.node("/node");

  @AfterEach
  void close() {
    graph.close();
  }

  private int tcprosPort(String topic) throws IOException {
    XmlRpcClient client = new XmlRpcClient(node.uri(), TestGraph.SOON, TestGraph.SOON);
    Object answer = client.call("requestTopic", List.of("/x", topic, List.of(List.of("TCPROS"))));
    return (Integer) ((List<?>) ((List<?>) answer).get(2)).get(2);
  }

  @Test
  void randomBytesOnTheTopicPortHarmNobody() throws Exception {
    RosPublisher<StringMessage> publisher =
        node.advertise("/s", StringMessage.class, PublisherOptions.usual());
    int port = tcprosPort("/s");
    byte[] header =
        "\20\0\0\0\14\0\0\0topic=/s=md5".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    Fuzz.forAll(
        300,
        header,
        input -> {
          try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(input);
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
          } catch (java.net.SocketException reset) {
            assertThat(reset).isNotNull();
          }
        });
    Inbox<StringMessage> inbox = new Inbox<>();
    graph.node("/other").subscribe("/s", StringMessage.class, SubscriberOptions.usual(), inbox);
    assertThat(publisher.awaitSubscribers(1, TestGraph.SOON)).isTrue();
    publisher.publish(new StringMessage("still here"));
    assertThat(inbox.next().data()).isEqualTo("still here");
    assertThat(publisher.subscriberCount()).isEqualTo(1);
  }

  @Test
  void anotherTypeIsRefusedAndBothSumsAreTold() throws Exception {
    node.advertise("/t", StringMessage.class, PublisherOptions.usual());
    RosSubscription subscription =
        graph
            .node("/other")
            .subscribe("/t", PoseStamped.class, SubscriberOptions.usual(), (m, nanos) -> {});
    long deadline = System.nanoTime() + TestGraph.SOON.toNanos();
    while (subscription.connectionProblem().isEmpty() && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(subscription.publisherCount()).isZero();
    assertThat(subscription.connectionProblem().orElseThrow())
        .hasMessageContaining("992ce8a1687cec8c8bd883ec73ca41d1") // std_msgs/String
        .hasMessageContaining("d3812c3cbc69362b77dc0b19b345f8f5") // geometry_msgs/PoseStamped
        .hasMessageContaining("topic /t")
        .hasMessageContaining("fix:");
  }

  @Test
  void aPublisherThatSendsRubbishIsLeftAndAnotherHeard() throws Exception {
    LinkedBlockingQueue<Integer> visits = new LinkedBlockingQueue<>();
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (SocketListener liar =
            SocketListener.start("liar", loopback, 0, 10, socket -> rubbish(socket, visits));
        XmlRpcServer slave =
            XmlRpcServer.start(
                "liar",
                loopback,
                0,
                XmlRpcLimits.usual(),
                (method, params) -> List.of(1, "", List.of("TCPROS", "127.0.0.1", liar.port())))) {
      new MasterClient(graph.master.uri(), "/liar")
          .registerPublisher(
              "/s", "std_msgs/String", NodeAddress.loopback().uri("http", slave.port()));
      Inbox<StringMessage> inbox = new Inbox<>();
      RosSubscription subscription =
          node.subscribe("/s", StringMessage.class, SubscriberOptions.usual(), inbox);
      assertThat(visits.poll(10, TimeUnit.SECONDS)).isNotNull();
      assertThat(visits.poll(10, TimeUnit.SECONDS)).isNotNull(); // it comes back, but not at once
      RosPublisher<StringMessage> honest =
          graph.node("/honest").advertise("/s", StringMessage.class, PublisherOptions.usual());
      assertThat(honest.awaitSubscribers(1, TestGraph.SOON)).isTrue();
      honest.publish(new StringMessage("truth"));
      assertThat(inbox.next().data()).isEqualTo("truth");
      assertThat(subscription.publisherCount()).isEqualTo(1);
    }
  }

  /** A header that is right, then a message whose string is longer than the message. */
  private static void rubbish(Socket socket, LinkedBlockingQueue<Integer> visits)
      throws IOException {
    visits.add(socket.getPort());
    OutputStream out = socket.getOutputStream();
    out.write(new byte[] {12, 0, 0, 0, 8, 0, 0, 0});
    out.write("md5sum=*".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    out.write(new byte[] {8, 0, 0, 0, -1, -1, -1, 127, 1, 2, 3, 4});
    out.flush();
    socket.getInputStream().readAllBytes();
  }
}
