package org.strop.bridge.ros.ros1.tcpros;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.strop.bridge.ros.TriggerResult;
import org.strop.bridge.ros.ros1.codec.TriggerType;

/** The offering end of a std_srvs/Trigger service. Calls of different callers run side by side. */
public final class TriggerServer {
  private static final Logger LOG = LoggerFactory.getLogger(TriggerServer.class);

  private final String node;
  private final String service;
  private final Function<String, TriggerResult> handler;

  /**
   * Creates the offering end; the node registers it.
   *
   * @param handler takes the caller's name and does the work
   */
  public TriggerServer(String node, String service, Function<String, TriggerResult> handler) {
    this.node = node;
    this.service = service;
    this.handler = handler;
  }

  void serve(ConnectionHeader request, Frames frames, Socket socket) throws IOException {
    if (!request.isSet("probe")) {
      request.checkMd5(TriggerType.MD5, TriggerType.NAME, "service " + service);
    }
    socket.setTcpNoDelay(true);
    OutputStream out = socket.getOutputStream();
    ConnectionHeader.of(
            "callerid",
            node,
            "md5sum",
            TriggerType.MD5,
            "service",
            service,
            "type",
            TriggerType.NAME,
            "request_type",
            TriggerType.NAME + "Request",
            "response_type",
            TriggerType.NAME + "Response")
        .write(out);
    if (request.isSet("probe")) {
      return;
    }
    String caller = request.get("callerid").orElse("unknown");
    try {
      do {
        frames.read(Frames.HEADER_LIMIT); // the request of a Trigger has no fields
        out.write(answer(caller));
        out.flush();
      } while (request.isSet("persistent"));
    } catch (EOFException e) {
      LOG.debug("{}: {} hung up", service, caller);
    }
  }

  private byte[] answer(String caller) {
    try {
      return TriggerType.encodeAnswer(handler.apply(caller));
    } catch (RuntimeException e) { // thread edge: the caller is told, the node goes on
      LOG.error("service {} failed for {}", service, caller, e);
      byte[] text = String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8);
      ByteBuffer out = ByteBuffer.allocate(5 + text.length).order(java.nio.ByteOrder.LITTLE_ENDIAN);
      return out.put((byte) 0).putInt(text.length).put(text).array();
    }
  }
}
