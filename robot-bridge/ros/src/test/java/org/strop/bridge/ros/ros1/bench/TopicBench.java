package org.strop.bridge.ros.ros1.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.strop.bridge.ros.PublisherOptions;
import org.strop.bridge.ros.PublisherOptions.Overflow;
import org.strop.bridge.ros.RosPublisher;
import org.strop.bridge.ros.RosSubscription;
import org.strop.bridge.ros.SubscriberOptions;
import org.strop.bridge.ros.msg.Header;
import org.strop.bridge.ros.msg.Vector3;
import org.strop.bridge.ros.msg.Wrench;
import org.strop.bridge.ros.msg.WrenchStamped;
import org.strop.bridge.ros.ros1.EmbeddedMaster;
import org.strop.bridge.ros.ros1.Ros1Node;
import org.strop.bridge.ros.ros1.net.NodeAddress;

/**
 * Measures WrenchStamped between two nodes over TCP on loopback: latency at 1 kHz from publish() to
 * the handler, and the highest lossless rate. The README tells how to run it.
 */
public final class TopicBench {
  private static final Wrench WRENCH = new Wrench(new Vector3(1, 2, 3), new Vector3(4, 5, 6));
  private static final long PERIOD_NANOS = 1_000_000;
  private static final int WARM_UP = 5000;
  private static final int TIMED = 20_000;
  private static final int FLOOD = 1_000_000;

  private final Ros1Node sender;
  private final Ros1Node receiver;
  private final PrintStream out;

  private TopicBench(Ros1Node sender, Ros1Node receiver, PrintStream out) {
    this.sender = sender;
    this.receiver = receiver;
    this.out = out;
  }

  public static void main(String[] args) throws InterruptedException {
    NodeAddress loopback = NodeAddress.loopback();
    try (PrintStream out =
            new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out));
        EmbeddedMaster master = EmbeddedMaster.start(0, loopback);
        Ros1Node sender = Ros1Node.connect(master.uri(), "/sender", loopback, System::nanoTime);
        Ros1Node receiver =
            Ros1Node.connect(master.uri(), "/receiver", loopback, System::nanoTime)) {
      TopicBench bench = new TopicBench(sender, receiver, out);
      bench.flood("warm-up");
      bench.latency();
      bench.flood("throughput");
    }
  }

  private void latency() throws InterruptedException {
    long[] nanos = new long[TIMED];
    AtomicInteger n = new AtomicInteger(-WARM_UP);
    CountDownLatch done = new CountDownLatch(1);
    receiver.subscribe(
        "/timed",
        WrenchStamped.class,
        SubscriberOptions.usual(),
        (message, at) -> {
          long late = System.nanoTime() - message.header().stampNanos();
          int i = n.getAndIncrement();
          if (i >= 0 && i < TIMED) {
            nanos[i] = late;
          }
          if (i == TIMED - 1) {
            done.countDown();
          }
        });
    try (RosPublisher<WrenchStamped> publisher =
        sender.advertise("/timed", WrenchStamped.class, PublisherOptions.usual())) {
      publisher.awaitSubscribers(1, Duration.ofSeconds(10));
      long next = System.nanoTime();
      for (int i = 0; i < WARM_UP + TIMED; i++) {
        next += PERIOD_NANOS;
        LockSupport.parkNanos(next - System.nanoTime());
        publisher.publish(wrench(i));
      }
      done.await();
    }
    Arrays.sort(nanos);
    out.printf(
        "latency at 1 kHz, n %d: median %.0f us, p99 %.0f us, max %.0f us%n",
        TIMED, nanos[TIMED / 2] / 1e3, nanos[TIMED * 99 / 100] / 1e3, nanos[TIMED - 1] / 1e3);
  }

  private void flood(String name) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(FLOOD);
    try (RosSubscription subscription =
            receiver.subscribe(
                "/flood",
                WrenchStamped.class,
                SubscriberOptions.usual(),
                (message, at) -> done.countDown());
        RosPublisher<WrenchStamped> publisher =
            sender.advertise(
                "/flood", WrenchStamped.class, new PublisherOptions(false, 1000, Overflow.BLOCK))) {
      subscription.awaitPublishers(1, Duration.ofSeconds(10));
      publisher.awaitSubscribers(1, Duration.ofSeconds(10));
      long start = System.nanoTime();
      for (int i = 0; i < FLOOD; i++) {
        publisher.publish(wrench(i));
      }
      done.await();
      double seconds = (System.nanoTime() - start) / 1e9;
      out.printf("%s: %,.0f messages/s, none lost, n %d%n", name, FLOOD / seconds, FLOOD);
    }
  }

  private static WrenchStamped wrench(int i) {
    return new WrenchStamped(new Header(i, System.nanoTime(), "wrist_ft"), WRENCH);
  }
}
