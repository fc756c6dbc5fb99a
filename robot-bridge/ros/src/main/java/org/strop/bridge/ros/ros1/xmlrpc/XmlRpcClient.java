package org.strop.bridge.ros.ros1.xmlrpc;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Calls methods of one XML-RPC server. Thread-safe; each call has its own connection, so that a
 * server that went away and came back is never met on a dead one.
 */
public final class XmlRpcClient {
  private static final int DEFAULT_PORT = 80;

  private final URI server;
  private final Duration connectTimeout;
  private final Duration readTimeout;
  private final XmlRpcLimits limits;

  /** Creates a client; opens nothing. */
  public XmlRpcClient(URI server, Duration connectTimeout, Duration readTimeout) {
    this.server = server;
    this.connectTimeout = connectTimeout;
    this.readTimeout = readTimeout;
    this.limits = XmlRpcLimits.usual();
  }

  /** Returns the server's address. */
  public URI server() {
    return server;
  }

  /**
   * Calls a method and returns its answer.
   *
   * @throws XmlRpcException if the answer is a fault or not XML-RPC
   * @throws IOException if the server can't be reached or falls silent
   */
  public Object call(String method, List<?> params) throws IOException {
    byte[] request = XmlRpcWriter.call(method, params);
    XmlRpcMessage answer = XmlRpcReader.parse(exchange(request), limits.depth());
    if (answer instanceof XmlRpcMessage.Response response) {
      return response.value();
    }
    if (answer instanceof XmlRpcMessage.Fault fault) {
      throw new XmlRpcException(method + " failed on " + server + ": " + fault.text());
    }
    throw new XmlRpcException(server + " answered " + method + " with a request");
  }

  private byte[] exchange(byte[] request) throws IOException {
    String host = server.getHost();
    if (host == null) {
      throw new XmlRpcException("'" + server + "' is not an address of the form http://host:port/");
    }
    int port = server.getPort() < 0 ? DEFAULT_PORT : server.getPort();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), (int) connectTimeout.toMillis());
      socket.setSoTimeout((int) readTimeout.toMillis());
      socket.setTcpNoDelay(true);
      HttpMessage.write(socket.getOutputStream(), head(host, port), request);
      HttpMessage answer =
          HttpMessage.read(new BufferedInputStream(socket.getInputStream()), limits, true);
      if (!answer.startLine().contains(" 200")) {
        throw new XmlRpcException(server + " answered '" + answer.startLine() + "'");
      }
      return answer.body();
    }
  }

  private String head(String host, int port) {
    String path =
        server.getRawPath() == null || server.getRawPath().isEmpty() ? "/" : server.getRawPath();
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: "
        + host
        + ":"
        + port
        + "\r\nUser-Agent: strop\r\nConnection: close\r\n";
  }
}
