package org.strop.bridge.ros.ros1;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.strop.bridge.ros.RosSubscription;
import org.strop.bridge.ros.SubscriberOptions;
import org.strop.bridge.ros.msg.StringMessage;
import org.strop.bridge.ros.ros1.TestGraph.Inbox;

@Timeout(60)
class KilledNodeTest {
  private final TestGraph graph = new TestGraph();

  @AfterEach
  void close() {
    graph.close();
  }

  private Process mortal() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            MortalPublisher.class.getName(),
            graph.master.uri().toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  @Test
  void aKilledPublisherIsNoticedAndItsNextLifeHeard() throws Exception {
    Inbox<StringMessage> inbox = new Inbox<>();
    RosSubscription subscription =
        graph
            .node("/watcher")
            .subscribe("/life", StringMessage.class, SubscriberOptions.usual(), inbox);
    for (int life = 0; life < 2; life++) {
      Process process = mortal();
      try {
        assertThat(inbox.next().data()).isEqualTo(Long.toString(process.pid()));
        assertThat(subscription.publisherCount()).isEqualTo(1);
      } finally {
        process.destroyForcibly().waitFor(); // SIGKILL: nothing is unregistered
      }
      long deadline = System.nanoTime() + TestGraph.SOON.toNanos();
      while (subscription.publisherCount() > 0 && System.nanoTime() < deadline) {
        Thread.onSpinWait();
      }
      assertThat(subscription.publisherCount()).isZero();
    }
  }
}
