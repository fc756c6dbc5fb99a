package org.strop.bridge.ros.ros1.tcpros;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.strop.bridge.ros.ros1.net.Threads;

/** A publisher's connection to one subscriber: a queue and the thread that empties it. */
final class SubscriberLink {
  private static final Logger LOG = LoggerFactory.getLogger(SubscriberLink.class);
  private static final int BUFFER_BYTES = 64 << 10;

  private final String topic;
  private final String subscriber;
  private final Socket socket;
  private final BoundedQueue<byte[]> queue;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final CountDownLatch written = new CountDownLatch(1);
  private final AtomicLong sentBytes = new AtomicLong();
  private final AtomicLong sentMessages = new AtomicLong();

  SubscriberLink(String topic, String subscriber, Socket socket, int queueSize) {
    this.topic = topic;
    this.subscriber = subscriber;
    this.socket = socket;
    this.queue = new BoundedQueue<>(queueSize);
  }

  String subscriber() {
    return subscriber;
  }

  long sentBytes() {
    return sentBytes.get();
  }

  long sentMessages() {
    return sentMessages.get();
  }

  BoundedQueue<byte[]> queue() {
    return queue;
  }

  /** Sends until the subscriber or this end closes the connection. Runs on its thread. */
  void run() {
    Threads.daemon("pub-" + topic + "-" + subscriber, this::writeAll);
    try {
      int silent = 0;
      while (silent >= 0) {
        silent =
            socket.getInputStream().read(); // a subscriber sends nothing: this waits for its end
      }
    } catch (IOException e) {
      LOG.debug("{} -> {}: {}", topic, subscriber, e.getMessage());
    } finally {
      queue.close();
      ended.countDown();
    }
  }

  private void writeAll() {
    try {
      OutputStream out = new BufferedOutputStream(socket.getOutputStream(), BUFFER_BYTES);
      byte @Nullable [] frame = queue.take();
      while (frame != null) {
        out.write(frame);
        sentBytes.addAndGet(frame.length);
        sentMessages.incrementAndGet();
        frame = queue.poll();
        if (frame == null) {
          out.flush();
          frame = queue.take();
        }
      }
      socket.shutdownOutput();
    } catch (IOException e) {
      LOG.debug("{} -> {}: {}", topic, subscriber, e.getMessage());
      Threads.close(socket);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      Threads.close(socket);
    } finally {
      queue.close();
      written.countDown();
    }
  }

  /**
   * Sends what is queued, tells the subscriber that this was all, and waits until it has read that
   * and hangs up: roscpp forgets what it has not read once the master says that the publisher is
   * gone. After the timeout what is still queued is lost; what TCP already holds is delivered.
   */
  void close(Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    queue.finish();
    try {
      if (!written.await(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
        LOG.warn("{}: {} did not take its last messages in {}", topic, subscriber, timeout);
      } else if (!ended.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        LOG.debug("{}: {} still reads", topic, subscriber);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      Threads.close(socket);
    }
  }
}
