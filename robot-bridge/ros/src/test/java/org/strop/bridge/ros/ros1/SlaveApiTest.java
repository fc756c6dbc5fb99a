package org.strop.bridge.ros.ros1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.strop.bridge.ros.PublisherOptions;
import org.strop.bridge.ros.RosPublisher;
import org.strop.bridge.ros.SubscriberOptions;
import org.strop.bridge.ros.msg.BoolMessage;
import org.strop.bridge.ros.ros1.TestGraph.Inbox;
import org.strop.bridge.ros.ros1.xmlrpc.XmlRpcClient;
import org.strop.bridge.ros.ros1.xmlrpc.XmlRpcException;

@Timeout(30)
class SlaveApiTest {
  private final TestGraph graph = new TestGraph();
  private final Ros1Node node = graph.node("/node");

  @AfterEach
  void close() {
    graph.close();
  }

  private Object ask(String method, Object... params) throws IOException {
    return new XmlRpcClient(node.uri(), TestGraph.SOON, TestGraph.SOON)
        .call(method, List.of(params));
  }

  @Test
  void aNodeTellsItsTopicsConnectionsAndCounts() throws Exception {
    Ros1Node other = graph.node("/other");
    Inbox<BoolMessage> inbox = new Inbox<>();
    other.subscribe("/out", BoolMessage.class, SubscriberOptions.usual(), inbox);
    node.subscribe("/in", BoolMessage.class, SubscriberOptions.usual(), (m, nanos) -> {});
    RosPublisher<BoolMessage> publisher =
        node.advertise("/out", BoolMessage.class, PublisherOptions.usual());
    assertThat(publisher.awaitSubscribers(1, TestGraph.SOON)).isTrue();
    publisher.publish(new BoolMessage(true));
    inbox.next();
    assertThat(ask("getPublications", "/x"))
        .isEqualTo(List.of(1, "", List.of(List.of("/out", "std_msgs/Bool"))));
    assertThat(ask("getSubscriptions", "/x"))
        .isEqualTo(List.of(1, "", List.of(List.of("/in", "std_msgs/Bool"))));
    assertThat(ask("getMasterUri", "/x")).isEqualTo(List.of(1, "", graph.master.uri().toString()));
    assertThat(ask("getBusInfo", "/x").toString()).contains("[1, /other, o, TCPROS, /out, true,");
    // One message of one byte, with its length prefix.
    assertThat(ask("getBusStats", "/x"))
        .isEqualTo(
            List.of(
                1,
                "",
                List.of(
                    List.of(List.of("/out", 5, List.of(List.of(1, 5, 1, true)))),
                    List.of(),
                    List.of(0, 0, 0))));
  }

  @Test
  void topicsAndProtocolsThatAreNotOfferedAreRefused() throws Exception {
    node.advertise("/out", BoolMessage.class, PublisherOptions.usual());
    assertThat(ask("requestTopic", "/x", "/none", List.of(List.of("TCPROS"))))
        .isEqualTo(List.of(0, "Not a publisher of [/none]", 0));
    assertThat(ask("requestTopic", "/x", "/out", List.of(List.of("UDPROS", "x"))))
        .isEqualTo(List.of(0, "no supported protocol implementations", 0));
  }

  @Test
  void unknownMethodsAndWrongParametersAreFaults() {
    assertThatThrownBy(() -> ask("frob", "/x")).isInstanceOf(XmlRpcException.class);
    assertThatThrownBy(() -> ask("requestTopic", "/x", 7)).isInstanceOf(XmlRpcException.class);
    assertThatThrownBy(() -> ask("publisherUpdate")).isInstanceOf(XmlRpcException.class);
  }

  @Test
  void aNodeToldToShutDownCloses() throws Exception {
    ask("shutdown", "/x", "test");
    long deadline = System.nanoTime() + TestGraph.SOON.toNanos();
    while (!node.isClosed() && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(node.isClosed()).isTrue();
    assertThatThrownBy(() -> node.advertise("/a", BoolMessage.class, PublisherOptions.usual()))
        .isInstanceOf(IllegalStateException.class);
  }
}
