package org.strop.bridge.ros.ros1.tcpros;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The fields {@code key=value} that both ends send when a connection opens.
 *
 * @param fields in the order sent
 */
public record ConnectionHeader(Map<String, String> fields) {
  /** The md5 sum and the type that match all others. */
  static final String ANY = "*";

  /** Copies the fields. */
  public ConnectionHeader {
    fields = new LinkedHashMap<>(fields);
  }

  /** Returns a header of pairs: key, value, key, value. */
  static ConnectionHeader of(String... pairs) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put(pairs[i], pairs[i + 1]);
    }
    return new ConnectionHeader(fields);
  }

  /** Returns the header by which a connection is refused. */
  static ConnectionHeader error(String message) {
    return of("error", message);
  }

  Optional<String> get(String key) {
    return Optional.ofNullable(fields.get(key));
  }

  /** Returns a field, or fails with its name. */
  String require(String key) throws TcprosException {
    String value = fields.get(key);
    if (value == null) {
      throw new TcprosException("connection header has no '" + key + "', but " + fields.keySet());
    }
    return value;
  }

  boolean isSet(String key) {
    return "1".equals(fields.get(key));
  }

  /**
   * Fails if the other end means another type. {@code *} matches all.
   *
   * @param expected the md5 sum at this end
   * @param what what is connected, for the message
   */
  void checkMd5(String expected, String type, String what) throws TcprosException {
    String found = require("md5sum");
    if (!found.equals(expected) && !found.equals(ANY)) {
      throw new TcprosException(
          what
              + ": md5 sums differ: "
              + type
              + " is "
              + expected
              + " here, "
              + fields.getOrDefault("type", "type unknown")
              + " is "
              + found
              + " there");
    }
  }

  /** Reads a header; it has to be the next block of the stream. */
  static ConnectionHeader read(Frames frames) throws IOException {
    ByteBuffer in = frames.read(Frames.HEADER_LIMIT);
    Map<String, String> fields = new LinkedHashMap<>();
    while (in.hasRemaining()) {
      int length = in.remaining() < 4 ? -1 : in.getInt();
      if (length < 0 || length > in.remaining()) {
        throw new TcprosException("connection header is damaged");
      }
      byte[] field = new byte[length];
      in.get(field);
      String text = new String(field, StandardCharsets.UTF_8);
      int equals = text.indexOf('=');
      if (equals < 1) {
        throw new TcprosException("connection header has a field without '='");
      }
      fields.put(text.substring(0, equals), text.substring(equals + 1));
    }
    return new ConnectionHeader(fields);
  }

  /** Reads the answer of a peer; a refusal becomes an exception with the peer's reason. */
  static ConnectionHeader readAccepted(Frames frames) throws IOException {
    ConnectionHeader header = read(frames);
    String error = header.fields.get("error");
    if (error != null) {
      throw new TcprosException("the peer refuses: " + error);
    }
    return header;
  }

  void write(OutputStream out) throws IOException {
    byte[][] lines = new byte[fields.size()][];
    int size = 0;
    int n = 0;
    for (Map.Entry<String, String> field : fields.entrySet()) {
      lines[n] = (field.getKey() + "=" + field.getValue()).getBytes(StandardCharsets.UTF_8);
      size += 4 + lines[n++].length;
    }
    ByteBuffer block = ByteBuffer.allocate(4 + size).order(ByteOrder.LITTLE_ENDIAN);
    block.putInt(size);
    for (byte[] line : lines) {
      block.putInt(line.length).put(line);
    }
    out.write(block.array());
    out.flush();
  }
}
