package org.strop.bridge.ros.ros1.tcpros;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.strop.bridge.ros.TriggerResult;
import org.strop.bridge.ros.ros1.codec.TriggerType;
import org.strop.bridge.ros.ros1.net.Threads;

/** A persistent connection to one std_srvs/Trigger service. Calls run one at a time. */
public final class TriggerClient implements AutoCloseable {
  private static final byte[] EMPTY_REQUEST = new byte[4];

  private final Socket socket;
  private final Frames frames;

  private TriggerClient(Socket socket) throws IOException {
    this.socket = socket;
    this.frames = new Frames(new BufferedInputStream(socket.getInputStream()));
  }

  /**
   * Connects to a service.
   *
   * @param server {@code rosrpc://host:port}
   * @throws IOException if it can't be reached in time, or refuses
   */
  public static TriggerClient open(String node, String service, URI server, Duration timeout)
      throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), millis(timeout));
      socket.setSoTimeout(millis(timeout));
      socket.setTcpNoDelay(true);
      TriggerClient client = new TriggerClient(socket);
      ConnectionHeader.of(
              "callerid",
              node,
              "service",
              service,
              "md5sum",
              TriggerType.MD5,
              "type",
              TriggerType.NAME,
              "persistent",
              "1")
          .write(socket.getOutputStream());
      ConnectionHeader.readAccepted(client.frames)
          .checkMd5(TriggerType.MD5, TriggerType.NAME, "service " + service);
      return client;
    } catch (IOException | RuntimeException e) {
      Threads.close(socket);
      throw e;
    }
  }

  /**
   * Calls the service.
   *
   * @throws TcprosException if the service failed; the message is that of its node
   * @throws IOException if the connection broke or no answer came in time
   */
  public synchronized TriggerResult call(Duration timeout) throws IOException {
    socket.setSoTimeout(millis(timeout));
    socket.getOutputStream().write(EMPTY_REQUEST);
    boolean ok = frames.readByte() != 0;
    ByteBuffer answer = frames.read(Frames.HEADER_LIMIT);
    if (!ok) {
      throw new TcprosException("the service failed: " + StandardCharsets.UTF_8.decode(answer));
    }
    return TriggerType.decodeAnswer(answer);
  }

  private static int millis(Duration timeout) {
    return (int) Math.max(1, Math.min(timeout.toMillis(), Integer.MAX_VALUE));
  }

  @Override
  public void close() {
    Threads.close(socket);
  }
}
