package org.strop.bridge.ros.ros1.net;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the adapter's threads: named, and never what keeps a program from ending. */
public final class Threads {
  private static final Logger LOG = LoggerFactory.getLogger(Threads.class);

  private Threads() {}

  /** Starts a daemon thread; what it throws is logged. */
  public static Thread daemon(String name, Runnable work) {
    Thread thread = new Thread(work, "ros1-" + name);
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((t, e) -> LOG.error("thread {} ended", t.getName(), e));
    thread.start();
    return thread;
  }

  /** Closes a socket or stream whose failure to close changes nothing. */
  public static void close(java.io.Closeable closeable) {
    try {
      closeable.close();
    } catch (java.io.IOException e) {
      LOG.debug("closing {} failed: {}", closeable, e.getMessage());
    }
  }
}
