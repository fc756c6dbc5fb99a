package org.strop.bridge.ros.ros1.master;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.strop.bridge.ros.ros1.xmlrpc.XmlRpcClient;

/**
 * Calls the slaves: each in the order of the posts, none waiting for another. A slave that is gone
 * costs one failed call, which is logged.
 */
final class Notifier implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration READ = Duration.ofSeconds(5);
  private static final int MOST_WAITING = 10_000;

  private final Map<String, ExecutorService> slaves = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /** Calls a method of a slave soon. */
  void post(String slave, String method, List<?> params) {
    if (closed) {
      return;
    }
    try {
      slaves.computeIfAbsent(slave, Notifier::serial).execute(() -> call(slave, method, params));
    } catch (RejectedExecutionException e) {
      LOG.warn("{} of {} is lost: {} calls wait already", method, slave, MOST_WAITING);
    }
  }

  private static ExecutorService serial(String slave) {
    ThreadPoolExecutor serial =
        new ThreadPoolExecutor(
            1,
            1,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            work -> {
              Thread thread = new Thread(work, "ros1-master-" + slave);
              thread.setDaemon(true);
              return thread;
            });
    serial.allowCoreThreadTimeOut(true);
    return serial;
  }

  private static void call(String slave, String method, List<?> params) {
    try {
      new XmlRpcClient(URI.create(slave), CONNECT, READ).call(method, params);
    } catch (IOException | IllegalArgumentException e) {
      LOG.debug("{} of {} failed: {}", method, slave, e.getMessage());
    }
  }

  @Override
  public void close() {
    closed = true;
    slaves.values().forEach(ExecutorService::shutdownNow);
  }
}
