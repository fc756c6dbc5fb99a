package org.strop.bridge.ros.ros1;

import java.net.URI;
import java.util.concurrent.CountDownLatch;
import org.strop.bridge.ros.PublisherOptions;
import org.strop.bridge.ros.msg.StringMessage;
import org.strop.bridge.ros.ros1.net.NodeAddress;

/** A node in a process of its own, to be killed: latches its process number on /life. */
final class MortalPublisher {
  private MortalPublisher() {}

  public static void main(String[] args) throws InterruptedException {
    Ros1Node node =
        Ros1Node.connect(URI.create(args[0]), "/mortal", NodeAddress.loopback(), System::nanoTime);
    node.advertise(
            "/life",
            StringMessage.class,
            new PublisherOptions(true, 1, PublisherOptions.Overflow.BLOCK))
        .publish(new StringMessage(Long.toString(ProcessHandle.current().pid())));
    new CountDownLatch(1).await();
  }
}
