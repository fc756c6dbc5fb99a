package org.strop.bridge.ros.ros1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.strop.bridge.ros.PublisherOptions;
import org.strop.bridge.ros.RosPublisher;
import org.strop.bridge.ros.TriggerResult;
import org.strop.bridge.ros.msg.Clock;
import org.strop.bridge.ros.ros1.net.NodeAddress;
import org.strop.bridge.ros.ros1.tcpros.TriggerClient;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

@Timeout(60)
class ServiceAndParameterTest {
  private final TestGraph graph = new TestGraph();
  private final Ros1Node left = graph.node("/left");
  private final Ros1Node right = graph.node("/right");

  @AfterEach
  void close() {
    graph.close();
  }

  @Test
  void aTriggerIsAnsweredOnceAndOverAPersistentConnection() throws Exception {
    left.offerTrigger("/reset", caller -> new TriggerResult(true, "episode of " + caller));
    assertThat(right.callTrigger("/reset", TestGraph.SOON))
        .isEqualTo(new TriggerResult(true, "episode of /right"));
    try (TriggerClient client = right.openTrigger("/reset", TestGraph.SOON)) {
      for (int i = 0; i < 3; i++) {
        assertThat(client.call(TestGraph.SOON).message()).isEqualTo("episode of /right");
      }
    }
  }

  @Test
  void aServiceThatThrowsTellsItsCaller() {
    left.offerTrigger(
        "/broken",
        caller -> {
          throw new IllegalStateException("thrown on purpose by a test");
        });
    assertThatThrownBy(() -> right.callTrigger("/broken", TestGraph.SOON))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("thrown on purpose by a test");
  }

  @Test
  void aMissingOrSilentServiceIsUnreachable() throws Exception {
    assertThatThrownBy(() -> right.callTrigger("/nobody", TestGraph.SOON))
        .hasMessageContaining("no node offers the service /nobody")
        .hasMessageContaining("fix:");
    BlockingQueue<Boolean> release = new LinkedBlockingQueue<>();
    left.offerTrigger(
        "/silent",
        caller -> {
          try {
            release.poll(TestGraph.SOON.toSeconds(), TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return new TriggerResult(true, "");
        });
    assertThatThrownBy(() -> right.callTrigger("/silent", Duration.ofMillis(200)))
        .isInstanceOfSatisfying(
            StropException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNREACHABLE));
    release.add(true);
  }

  @Test
  void aServiceCanBeWaitedForAndWithdrawn() throws Exception {
    assertThat(right.awaitService("/s", Duration.ofMillis(100))).isFalse();
    AutoCloseable offer = left.offerTrigger("/s", caller -> new TriggerResult(false, "no"));
    assertThat(right.awaitService("/s", TestGraph.SOON)).isTrue();
    offer.close();
    assertThat(right.awaitService("/s", Duration.ofMillis(100))).isFalse();
  }

  @Test
  void parametersKeepTheirValuesAndTypes() {
    Map<String, Object> all =
        Map.of(
            "int",
            -7,
            "double",
            0.1 + 0.2,
            "small",
            1e-300,
            "inf",
            Double.POSITIVE_INFINITY,
            "bool",
            true,
            "text",
            " <a> & \"b\"\r\n ü🔪 ",
            "list",
            List.of(1.5, "two", List.of(), Map.of("k", false)),
            "map",
            Map.of("below", Map.of("it", 1)));
    left.parameters().set("/cell", all);
    assertThat(right.parameters().get("/cell")).contains(all);
    assertThat(right.parameters().get("/cell/map/below/it")).contains(1);
    assertThat(right.parameters().get("/cell/none")).isEmpty();
    left.parameters().delete("/cell/map");
    left.parameters().delete("/cell/map");
    assertThat(right.parameters().get("/cell/map")).isEmpty();
    assertThat(right.parameters().hasParam("/cell/int")).isTrue();
    assertThat(right.parameters().paramNames()).contains("/cell/int", "/cell/list");
  }

  @Test
  void aRelativeParameterIsSearchedUpwards() {
    left.parameters().set("/left/near", 1);
    left.parameters().set("/far", 2);
    assertThat(left.parameters().searchParam("near")).contains("/left/near");
    assertThat(left.parameters().searchParam("far/below")).contains("/far/below");
    assertThat(left.parameters().searchParam("none")).isEmpty();
  }

  @Test
  void aWatchedParameterTellsItsChanges() throws Exception {
    BlockingQueue<Object> changes = new LinkedBlockingQueue<>();
    left.parameters().set("/gain", 1.0);
    assertThat(right.watchParameter("/gain", (key, value) -> changes.add(value))).isEqualTo(1.0);
    left.parameters().set("/gain", 2.0);
    assertThat(changes.poll(10, TimeUnit.SECONDS)).isEqualTo(2.0);
  }

  @Test
  void simulatedTimeFollowsTheClockTopic() throws Exception {
    left.parameters().set("/use_sim_time", true);
    RosPublisher<Clock> publisher =
        left.advertise(
            "/clock", Clock.class, new PublisherOptions(true, 1, PublisherOptions.Overflow.BLOCK));
    Ros1Node follower = graph.node("/follower");
    assertThat(follower.nowNanos()).isZero();
    assertThat(publisher.awaitSubscribers(1, TestGraph.SOON)).isTrue();
    publisher.publish(new Clock(42_000_000_000L));
    long deadline = System.nanoTime() + TestGraph.SOON.toNanos();
    while (follower.nowNanos() != 42_000_000_000L && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(follower.nowNanos()).isEqualTo(42_000_000_000L);
    assertThat(left.nowNanos()).isNotZero();
  }

  @Test
  void aMissingMasterIsTold() {
    EmbeddedMaster gone = EmbeddedMaster.start(0, NodeAddress.loopback());
    URI uri = gone.uri();
    gone.close();
    assertThatThrownBy(() -> Ros1Node.connect(uri, "/n", NodeAddress.loopback(), () -> 0L))
        .isInstanceOfSatisfying(
            StropException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.UNREACHABLE);
              assertThat(e.what()).contains(uri.toString());
              assertThat(e.where()).contains("ROS_MASTER_URI");
              assertThat(e.fix()).contains("roscore");
            });
  }

  @Test
  void aTakenPortIsTold() {
    int port = graph.master.uri().getPort();
    assertThatThrownBy(() -> EmbeddedMaster.start(port, NodeAddress.loopback()))
        .isInstanceOfSatisfying(
            StropException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.PORT_IN_USE);
              assertThat(e.fix()).contains("another port");
            });
  }

  @Test
  void aNodeWhoseNameIsTakenShutsDown() {
    Ros1Node second = graph.node("/left");
    left.advertise("/a", Clock.class, PublisherOptions.usual());
    second.advertise("/b", Clock.class, PublisherOptions.usual());
    long deadline = System.nanoTime() + TestGraph.SOON.toNanos();
    while (!left.isClosed() && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(left.isClosed()).isTrue();
    assertThat(second.isClosed()).isFalse();
  }
}
