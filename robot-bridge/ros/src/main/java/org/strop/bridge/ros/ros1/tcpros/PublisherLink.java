package org.strop.bridge.ros.ros1.tcpros;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.strop.bridge.ros.ros1.net.Threads;
import org.strop.bridge.ros.ros1.xmlrpc.XmlRpcClient;

/**
 * A subscriber's connection to one publisher: asks for it, reads it, and, as long as the master
 * lists the publisher, tries again when it breaks, after 0.1 s at first and 3.2 s at last.
 */
final class PublisherLink {
  private static final Logger LOG = LoggerFactory.getLogger(PublisherLink.class);
  private static final int BUFFER_BYTES = 64 << 10;
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LAST_PAUSE_MILLIS = 3200;

  /** What a link needs of its subscription. */
  interface Owner {
    String node();

    String topic();

    /** The header that this end sends. */
    ConnectionHeader header();

    /** Checks the publisher's header. */
    void check(ConnectionHeader accepted) throws TcprosException;

    /** Tells that the connection stands (true) or has ended. */
    void connected(PublisherLink link, boolean stands);

    /** Takes one message; waits while the handler is behind. */
    void take(ByteBuffer message) throws IOException, InterruptedException;

    /** Tells why there is no connection. */
    void problem(PublisherLink link, IOException why);

    /** Whether a link whose connection ended should try again; if not, it is forgotten. */
    boolean retry(PublisherLink link);
  }

  private final URI publisher;
  private final Owner owner;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile @Nullable Socket socket;
  private volatile boolean wanted = true;
  private long pauseMillis = FIRST_PAUSE_MILLIS;
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong messages = new AtomicLong();

  PublisherLink(URI publisher, Owner owner) {
    this.publisher = publisher;
    this.owner = owner;
  }

  void start() {
    Threads.daemon("sub-" + owner.topic() + "-" + publisher.getPort(), this::run);
  }

  URI publisher() {
    return publisher;
  }

  BusConnection row() {
    return new BusConnection(
        publisher.toString(), "i", owner.topic(), socket != null, bytes.get(), messages.get());
  }

  /** Whether the master lists the publisher; an unlisted one is read to its end. */
  void wanted(boolean listed) {
    wanted = listed;
  }

  boolean wanted() {
    return wanted;
  }

  private void run() {
    boolean again = true;
    while (again) {
      try {
        connectAndRead();
      } catch (IOException e) {
        owner.problem(this, e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        stop();
      }
      again = !isStopped() && owner.retry(this) && !pause();
    }
  }

  private void connectAndRead() throws IOException, InterruptedException {
    InetSocketAddress address = requestTopic();
    try (Socket connection = new Socket()) {
      socket = connection;
      connection.connect(address, (int) CONNECT.toMillis());
      connection.setSoTimeout((int) CONNECT.toMillis());
      connection.setKeepAlive(true);
      connection.setTcpNoDelay(true);
      Frames frames =
          new Frames(new BufferedInputStream(connection.getInputStream(), BUFFER_BYTES));
      owner.header().write(connection.getOutputStream());
      owner.check(ConnectionHeader.readAccepted(frames));
      connection.setSoTimeout(0);
      readAll(frames);
    } finally {
      socket = null;
    }
  }

  private void readAll(Frames frames) throws IOException, InterruptedException {
    pauseMillis = FIRST_PAUSE_MILLIS;
    owner.connected(this, true);
    try {
      while (!isStopped()) {
        ByteBuffer message = frames.read(Frames.MESSAGE_LIMIT);
        bytes.addAndGet(message.remaining());
        messages.incrementAndGet();
        owner.take(message);
      }
    } finally {
      owner.connected(this, false);
    }
  }

  private InetSocketAddress requestTopic() throws IOException {
    XmlRpcClient client = new XmlRpcClient(publisher, CONNECT, CONNECT);
    Object answer =
        client.call(
            "requestTopic", List.of(owner.node(), owner.topic(), List.of(List.of("TCPROS"))));
    if (answer instanceof List<?> list
        && list.size() == 3
        && list.get(2) instanceof List<?> protocol
        && protocol.size() >= 3
        && protocol.get(1) instanceof String host
        && protocol.get(2) instanceof Integer port
        && port > 0
        && port <= 0xFFFF) {
      return new InetSocketAddress(host, port);
    }
    throw new TcprosException(publisher + " does not offer " + owner.topic() + ": " + answer);
  }

  /** Waits before the next try; returns whether the link was stopped meanwhile. */
  private boolean pause() {
    try {
      long millis = pauseMillis;
      pauseMillis = Math.min(2 * pauseMillis, LAST_PAUSE_MILLIS);
      LOG.debug("{} <- {}: again in {} ms", owner.topic(), publisher, millis);
      return stopped.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private boolean isStopped() {
    return stopped.getCount() == 0;
  }

  /** Ends the connection at once. */
  void stop() {
    stopped.countDown();
    Socket open = socket;
    if (open != null) {
      Threads.close(open);
    }
  }
}
