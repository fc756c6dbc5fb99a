package org.strop.bridge.ros.ros1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.strop.bridge.ros.PublisherOptions;
import org.strop.bridge.ros.PublisherOptions.Overflow;
import org.strop.bridge.ros.RosPublisher;
import org.strop.bridge.ros.RosSubscription;
import org.strop.bridge.ros.SubscriberOptions;
import org.strop.bridge.ros.msg.RosMessage;
import org.strop.bridge.ros.msg.StringMessage;
import org.strop.bridge.ros.msg.WrenchStamped;
import org.strop.bridge.ros.ros1.TestGraph.Inbox;

@Timeout(60)
class TopicTest {
  private final TestGraph graph = new TestGraph();
  private final Ros1Node left = graph.node("/left");
  private final Ros1Node right = graph.node("/right");

  @AfterEach
  void close() {
    graph.close();
  }

  static List<RosMessage> everyMessage() {
    return SampleMessages.all();
  }

  @ParameterizedTest
  @MethodSource("everyMessage")
  void everyMessageArrivesAsItWasSent(RosMessage message) throws Exception {
    roundTrip(message);
  }

  @SuppressWarnings("unchecked") // a message's class is the class of that message
  private <M extends RosMessage> void roundTrip(M message) throws Exception {
    Class<M> type = (Class<M>) message.getClass();
    Inbox<M> inbox = new Inbox<>();
    right.subscribe("/t", type, SubscriberOptions.usual(), inbox);
    RosPublisher<M> publisher = left.advertise("/t", type, PublisherOptions.usual());
    assertThat(publisher.awaitSubscribers(1, TestGraph.SOON)).isTrue();
    publisher.publish(message);
    assertThat(inbox.next()).isEqualTo(message);
  }

  @Test
  void blockLosesNothingToASlowSubscriber() throws Exception {
    int n = 20_000;
    List<Long> seen = new ArrayList<>();
    CountDownLatch done = new CountDownLatch(n);
    RosSubscription subscription =
        right.subscribe(
            "/wrench",
            WrenchStamped.class,
            new SubscriberOptions(5, true),
            (message, nanos) -> {
              if (seen.size() % 100 == 0) {
                LockSupport.parkNanos(2_000_000); // a handler that is slower than the publisher
              }
              seen.add(message.header().seq());
              done.countDown();
            });
    try (RosPublisher<WrenchStamped> publisher =
        left.advertise(
            "/wrench", WrenchStamped.class, new PublisherOptions(false, 3, Overflow.BLOCK))) {
      assertThat(subscription.awaitPublishers(1, TestGraph.SOON)).isTrue();
      assertThat(publisher.awaitSubscribers(1, TestGraph.SOON)).isTrue();
      for (int i = 0; i < n; i++) {
        publisher.publish(SampleMessages.wrench(i));
      }
      assertThat(publisher.droppedMessages()).isZero();
    } // closing right after the last message must not lose it
    assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(seen).hasSize(n).isSorted().doesNotHaveDuplicates();
    assertThat(subscription.receivedMessages()).isEqualTo(n);
  }

  /** A BLOCK publisher of 40 MB, more than TCP buffers, to a handler that waits for a latch. */
  private final class Stuck {
    static final int N = 400;
    final CountDownLatch release = new CountDownLatch(1);
    final CountDownLatch handled = new CountDownLatch(N);
    final RosPublisher<StringMessage> publisher;
    final AtomicInteger published = new AtomicInteger();
    final RosSubscription subscription =
        right.subscribe(
            "/s",
            StringMessage.class,
            new SubscriberOptions(1, true),
            (message, nanos) -> {
              await(release);
              handled.countDown();
            });
    final Thread thread = new Thread(this::publishAll);

    Stuck(int queueSize) {
      publisher =
          left.advertise(
              "/s", StringMessage.class, new PublisherOptions(false, queueSize, Overflow.BLOCK));
    }

    void publishAll() {
      StringMessage large = new StringMessage("x".repeat(100_000));
      for (int i = 0; i < N; i++) {
        publisher.publish(large);
        published.incrementAndGet();
      }
    }

    void startAndWaitUntilItWaits() {
      assertThat(publisher.awaitSubscribers(1, TestGraph.SOON)).isTrue();
      thread.start();
      long deadline = System.nanoTime() + TestGraph.SOON.toNanos();
      while (thread.getState() != Thread.State.WAITING && System.nanoTime() < deadline) {
        Thread.onSpinWait();
      }
      assertThat(thread.getState()).isEqualTo(Thread.State.WAITING);
      assertThat(published.get()).isLessThan(N);
    }
  }

  @Test
  void blockMakesThePublisherWaitForAHandlerThatIsStuck() throws Exception {
    Stuck stuck = new Stuck(2);
    stuck.startAndWaitUntilItWaits();
    stuck.release.countDown();
    assertThat(stuck.handled.await(10, TimeUnit.SECONDS)).isTrue();
    stuck.thread.join();
  }

  @Test
  void closingSendsWhatIsStillQueued() throws Exception {
    Stuck stuck = new Stuck(Stuck.N);
    assertThat(stuck.publisher.awaitSubscribers(1, TestGraph.SOON)).isTrue();
    stuck.publishAll(); // into the queue, which takes them all
    Thread closer = new Thread(stuck.publisher::close);
    closer.start();
    stuck.release.countDown();
    assertThat(stuck.handled.await(10, TimeUnit.SECONDS)).isTrue();
    closer.join();
  }

  @Test
  void aPublisherThatTheMasterNoLongerListsIsReadToItsEnd() throws Exception {
    Inbox<StringMessage> inbox = new Inbox<>();
    RosSubscription subscription =
        right.subscribe("/s", StringMessage.class, SubscriberOptions.usual(), inbox);
    RosPublisher<StringMessage> publisher =
        left.advertise("/s", StringMessage.class, PublisherOptions.usual());
    assertThat(publisher.awaitSubscribers(1, TestGraph.SOON)).isTrue();
    RosSubscription marker =
        right.subscribe(
            "/marker", StringMessage.class, SubscriberOptions.usual(), (m, nanos) -> {});
    left.parameters().unregisterPublisher("/s", left.uri());
    // The master tells a node things in order: once it knows of this one, so it does of the other.
    left.advertise("/marker", StringMessage.class, PublisherOptions.usual());
    assertThat(marker.awaitPublishers(1, TestGraph.SOON)).isTrue();
    publisher.publish(new StringMessage("the tail"));
    assertThat(inbox.next().data()).isEqualTo("the tail");
    assertThat(subscription.publisherCount()).isEqualTo(1);
  }

  @Test
  void aSubscriberThatLeavesSetsTheWaitingPublisherFree() throws Exception {
    Stuck stuck = new Stuck(2);
    stuck.startAndWaitUntilItWaits();
    Thread leaver = new Thread(stuck.subscription::close);
    leaver.start();
    stuck.thread.join(TestGraph.SOON.toMillis());
    assertThat(stuck.thread.isAlive()).isFalse();
    assertThat(stuck.published.get()).isEqualTo(Stuck.N);
    stuck.release.countDown();
    leaver.join();
  }

  @Test
  void dropOldestNeverWaitsAndKeepsTheNewest() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    Inbox<StringMessage> inbox = new Inbox<>();
    right.subscribe(
        "/s",
        StringMessage.class,
        new SubscriberOptions(1, true),
        (message, nanos) -> {
          await(release);
          inbox.onMessage(message, nanos);
        });
    RosPublisher<StringMessage> publisher =
        left.advertise(
            "/s", StringMessage.class, new PublisherOptions(false, 2, Overflow.DROP_OLDEST));
    assertThat(publisher.awaitSubscribers(1, TestGraph.SOON)).isTrue();
    String filling = "x".repeat(100_000); // more than the buffers of a connection take
    for (int i = 0; i < 500; i++) {
      publisher.publish(new StringMessage(i + filling));
    }
    assertThat(publisher.droppedMessages()).isPositive();
    release.countDown();
    publisher.publish(new StringMessage("last"));
    StringMessage last = inbox.next();
    while (!last.data().equals("last")) {
      last = inbox.next();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aLateSubscriberGetsTheLatchedMessageOnceAndThenTheNewOnes() throws Exception {
    RosPublisher<StringMessage> publisher =
        left.advertise(
            "/episode", StringMessage.class, new PublisherOptions(true, 10, Overflow.BLOCK));
    publisher.publish(new StringMessage("old"));
    publisher.publish(new StringMessage("start 1"));
    Inbox<StringMessage> inbox = new Inbox<>();
    right.subscribe("/episode", StringMessage.class, SubscriberOptions.usual(), inbox);
    assertThat(inbox.next().data()).isEqualTo("start 1");
    publisher.publish(new StringMessage("end 1"));
    assertThat(inbox.next().data()).isEqualTo("end 1");
    assertThat(inbox.messages).isEmpty();
  }

  @Test
  void aPublisherThatComesBackIsHeardAgain() throws Exception {
    Inbox<StringMessage> inbox = new Inbox<>();
    RosSubscription subscription =
        right.subscribe("/s", StringMessage.class, SubscriberOptions.usual(), inbox);
    for (int life = 0; life < 3; life++) {
      Ros1Node mortal = graph.node("/mortal");
      RosPublisher<StringMessage> publisher =
          mortal.advertise("/s", StringMessage.class, PublisherOptions.usual());
      assertThat(publisher.awaitSubscribers(1, TestGraph.SOON)).isTrue();
      publisher.publish(new StringMessage("life " + life));
      assertThat(inbox.next().data()).isEqualTo("life " + life);
      mortal.close();
    }
    assertThat(subscription.receivedMessages()).isEqualTo(3);
  }

  @Test
  void severalSubscriptionsOfOneNodeEachGetEverything() throws Exception {
    Inbox<StringMessage> first = new Inbox<>();
    Inbox<StringMessage> second = new Inbox<>();
    RosSubscription gone =
        right.subscribe("/s", StringMessage.class, SubscriberOptions.usual(), first);
    right.subscribe("/s", StringMessage.class, SubscriberOptions.usual(), second);
    RosPublisher<StringMessage> publisher =
        left.advertise("/s", StringMessage.class, PublisherOptions.usual());
    assertThat(publisher.awaitSubscribers(2, TestGraph.SOON)).isTrue();
    publisher.publish(new StringMessage("both"));
    assertThat(first.next()).isEqualTo(second.next());
    gone.close();
    publisher.publish(new StringMessage("one"));
    assertThat(second.next().data()).isEqualTo("one");
    assertThat(first.messages).isEmpty();
  }

  @Test
  void aHandlerThatThrowsGetsTheNextMessage() throws Exception {
    Inbox<StringMessage> inbox = new Inbox<>();
    right.subscribe(
        "/s",
        StringMessage.class,
        SubscriberOptions.usual(),
        (message, nanos) -> {
          if (message.data().isEmpty()) {
            throw new IllegalStateException("thrown on purpose by a test");
          }
          inbox.onMessage(message, nanos);
        });
    RosPublisher<StringMessage> publisher =
        left.advertise("/s", StringMessage.class, PublisherOptions.usual());
    assertThat(publisher.awaitSubscribers(1, TestGraph.SOON)).isTrue();
    publisher.publish(new StringMessage(""));
    publisher.publish(new StringMessage("next"));
    assertThat(inbox.next().data()).isEqualTo("next");
  }
}
