package org.strop.bridge.ros.ros1.xmlrpc;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.strop.bridge.ros.ros1.net.SocketListener;

/**
 * Serves XML-RPC on one port, a thread for each connection. Also answers {@code system.multicall},
 * which roslaunch uses to set parameters.
 */
public final class XmlRpcServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(XmlRpcServer.class);
  private static final int FAULT = 1;

  private final SocketListener listener;
  private final XmlRpcHandler handler;
  private final XmlRpcLimits limits;

  private XmlRpcServer(
      String name, InetAddress bind, int port, XmlRpcLimits limits, XmlRpcHandler handler)
      throws IOException {
    this.handler = handler;
    this.limits = limits;
    this.listener = SocketListener.start(name, bind, port, limits.connections(), this::serve);
  }

  /**
   * Starts a server.
   *
   * @param name for threads and logs
   * @param port 0 takes a free one
   * @throws java.net.BindException if the port is taken
   */
  public static XmlRpcServer start(
      String name, InetAddress bind, int port, XmlRpcLimits limits, XmlRpcHandler handler)
      throws IOException {
    return new XmlRpcServer(name, bind, port, limits, handler);
  }

  /** Returns the port. */
  public int port() {
    return listener.port();
  }

  private void serve(Socket socket) throws IOException {
    socket.setSoTimeout((int) limits.idle().toMillis());
    socket.setTcpNoDelay(true);
    InputStream in = new BufferedInputStream(socket.getInputStream());
    boolean more = true;
    while (more) {
      more = serveOne(socket, in);
    }
  }

  private boolean serveOne(Socket socket, InputStream in) throws IOException {
    in.mark(1);
    if (in.read() < 0) {
      return false;
    }
    in.reset();
    HttpMessage request = HttpMessage.read(in, limits, false);
    if (!request.startLine().startsWith("POST ")) {
      HttpMessage.write(
          socket.getOutputStream(),
          "HTTP/1.1 405 Method Not Allowed\r\nAllow: POST\r\nConnection: close\r\n",
          new byte[0]);
      return false;
    }
    String connection = request.keepAlive() ? "keep-alive" : "close";
    HttpMessage.write(
        socket.getOutputStream(),
        "HTTP/1.1 200 OK\r\nServer: strop\r\nConnection: " + connection + "\r\n",
        answer(request.body()));
    return request.keepAlive();
  }

  private byte[] answer(byte[] body) {
    try {
      if (XmlRpcReader.parse(body, limits.depth()) instanceof XmlRpcMessage.Call call) {
        return XmlRpcWriter.response(dispatch(call.method(), call.params()));
      }
      return XmlRpcWriter.fault(FAULT, "a request is expected");
    } catch (XmlRpcException e) {
      return XmlRpcWriter.fault(FAULT, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) { // thread edge: a bug in a handler must not end the connection
      LOG.error("XML-RPC handler failed", e);
      return XmlRpcWriter.fault(FAULT, e.toString());
    }
  }

  private Object dispatch(String method, List<Object> params) throws XmlRpcException {
    if (!method.equals("system.multicall")) {
      return handler.handle(method, params);
    }
    List<Object> answers = new ArrayList<>();
    if (params.size() == 1 && params.get(0) instanceof List<?> calls) {
      for (Object call : calls) {
        answers.add(oneOfMany(call));
      }
    }
    return answers;
  }

  private Object oneOfMany(Object call) {
    try {
      if (call instanceof Map<?, ?> map
          && map.get("methodName") instanceof String method
          && map.get("params") instanceof List<?> params) {
        return List.of(handler.handle(method, new ArrayList<>(params)));
      }
      return Map.of("faultCode", FAULT, "faultString", "methodName and params are expected");
    } catch (XmlRpcException e) {
      return Map.of("faultCode", FAULT, "faultString", String.valueOf(e.getMessage()));
    }
  }

  /** Stops listening and closes all connections. */
  @Override
  public void close() {
    listener.close();
  }
}
