package org.strop.bridge.ros.ros1.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Accepts connections on one port, a thread for each, up to a limit. */
public final class SocketListener implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SocketListener.class);
  private static final int BACKLOG = 64;

  private final String name;
  private final ServerSocket listener;
  private final int maxConnections;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  /** Serves one connection; the socket is closed when it returns. */
  @FunctionalInterface
  public interface Service {
    /** Runs on the connection's own thread until the connection ends. */
    void serve(Socket socket) throws IOException;
  }

  private SocketListener(String name, ServerSocket listener, int maxConnections) {
    this.name = name;
    this.listener = listener;
    this.maxConnections = maxConnections;
  }

  /**
   * Starts to listen.
   *
   * @param name for threads and logs
   * @param port 0 takes a free one
   * @param maxConnections more are closed at once
   * @throws java.net.BindException if the port is taken
   */
  public static SocketListener start(
      String name, InetAddress bind, int port, int maxConnections, Service service)
      throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(bind, port), BACKLOG);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
    SocketListener listener = new SocketListener(name, socket, maxConnections);
    Threads.daemon(name + "-" + listener.port(), () -> listener.acceptAll(service));
    return listener;
  }

  /** Returns the port. */
  public int port() {
    return listener.getLocalPort();
  }

  private void acceptAll(Service service) {
    while (!listener.isClosed()) {
      try {
        accept(listener.accept(), service);
      } catch (IOException e) {
        LOG.debug("{}: listening on port {} ended: {}", name, port(), e.getMessage());
      }
    }
  }

  private void accept(Socket socket, Service service) {
    if (open.size() >= maxConnections) {
      LOG.warn("{}: refused a connection, {} are open", name, maxConnections);
      Threads.close(socket);
      return;
    }
    open.add(socket);
    Threads.daemon(name + "-" + port() + "-" + socket.getPort(), () -> serve(socket, service));
    if (listener.isClosed()) {
      Threads.close(socket);
    }
  }

  private void serve(Socket socket, Service service) {
    try (socket) {
      socket.setKeepAlive(true);
      service.serve(socket);
    } catch (IOException e) {
      LOG.debug("{}: {} ended: {}", name, socket.getRemoteSocketAddress(), e.getMessage());
    } finally {
      open.remove(socket);
    }
  }

  /** Stops listening and closes all connections. Idempotent. */
  @Override
  public void close() {
    Threads.close(listener);
    open.forEach(Threads::close);
  }
}
