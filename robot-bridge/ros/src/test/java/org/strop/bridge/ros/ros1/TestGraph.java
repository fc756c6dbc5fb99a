package org.strop.bridge.ros.ros1;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.strop.bridge.ros.RosHandler;
import org.strop.bridge.ros.ros1.net.NodeAddress;

/** An embedded master with nodes on loopback, closed together. */
final class TestGraph implements AutoCloseable {
  static final Duration SOON = Duration.ofSeconds(10);

  final EmbeddedMaster master = EmbeddedMaster.start(0, NodeAddress.loopback());
  private final List<Ros1Node> nodes = new ArrayList<>();

  Ros1Node node(String name) {
    Ros1Node node = Ros1Node.connect(master.uri(), name, NodeAddress.loopback(), System::nanoTime);
    nodes.add(node);
    return node;
  }

  @Override
  public void close() {
    nodes.forEach(Ros1Node::close);
    master.close();
  }

  /** Keeps what a handler gets. */
  static final class Inbox<M> implements RosHandler<M> {
    final BlockingQueue<M> messages = new LinkedBlockingQueue<>();

    @Override
    public void onMessage(M message, long receiveNanos) {
      messages.add(message);
    }

    M next() throws InterruptedException {
      M message = messages.poll(SOON.toSeconds(), TimeUnit.SECONDS);
      if (message == null) {
        throw new AssertionError("no message in " + SOON);
      }
      return message;
    }
  }
}
