package org.strop.bridge.ros.ros1.tcpros;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.strop.bridge.ros.ros1.net.SocketListener;

/** The port on which a node's subscribers and service callers connect. */
public final class TcprosServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TcprosServer.class);
  private static final int MAX_CONNECTIONS = 1024;
  private static final int HANDSHAKE_MILLIS = 10_000;

  private final SocketListener listener;
  private final Function<String, Optional<Publication<?>>> publications;
  private final Function<String, Optional<TriggerServer>> services;

  private TcprosServer(
      String node,
      InetAddress bind,
      Function<String, Optional<Publication<?>>> publications,
      Function<String, Optional<TriggerServer>> services)
      throws IOException {
    this.publications = publications;
    this.services = services;
    this.listener = SocketListener.start("tcpros" + node, bind, 0, MAX_CONNECTIONS, this::serve);
  }

  /**
   * Starts the server on a free port.
   *
   * @param publications the node's publication of a topic, if there is one
   * @param services the node's service of a name, if there is one
   */
  public static TcprosServer start(
      String node,
      InetAddress bind,
      Function<String, Optional<Publication<?>>> publications,
      Function<String, Optional<TriggerServer>> services)
      throws IOException {
    return new TcprosServer(node, bind, publications, services);
  }

  /** Returns the port. */
  public int port() {
    return listener.port();
  }

  private void serve(Socket socket) throws IOException {
    socket.setSoTimeout(HANDSHAKE_MILLIS);
    Frames frames = new Frames(new BufferedInputStream(socket.getInputStream()));
    try {
      ConnectionHeader request = ConnectionHeader.read(frames);
      socket.setSoTimeout(0);
      dispatch(request, frames, socket);
    } catch (TcprosException e) {
      LOG.warn("refused {}: {}", socket.getRemoteSocketAddress(), e.getMessage());
      ConnectionHeader.error(String.valueOf(e.getMessage())).write(socket.getOutputStream());
    }
  }

  private void dispatch(ConnectionHeader request, Frames frames, Socket socket) throws IOException {
    Optional<String> service = request.get("service");
    if (service.isPresent()) {
      TriggerServer server =
          services
              .apply(service.get())
              .orElseThrow(() -> new TcprosException("no service " + service.get() + " here"));
      server.serve(request, frames, socket);
    } else {
      String topic = request.require("topic");
      publications
          .apply(topic)
          .orElseThrow(() -> new TcprosException("no publisher of " + topic + " here"))
          .serve(request, socket);
    }
  }

  @Override
  public void close() {
    listener.close();
  }
}
