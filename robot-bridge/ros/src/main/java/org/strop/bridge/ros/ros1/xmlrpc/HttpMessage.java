package org.strop.bridge.ros.ros1.xmlrpc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One HTTP/1.x message with a body of known length: as much of HTTP as XML-RPC peers use.
 *
 * @param startLine request or status line
 * @param headers by lower-case name
 * @param body the document
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier between two methods, never compared
record HttpMessage(String startLine, Map<String, String> headers, byte[] body) {

  /**
   * Reads one message.
   *
   * @param bodyToEnd whether a message without a length lasts until the end of the stream, as a
   *     response may
   * @throws XmlRpcException if the stream ends, a limit is passed, or it is not HTTP
   */
  static HttpMessage read(InputStream in, XmlRpcLimits limits, boolean bodyToEnd)
      throws IOException {
    String[] lines = head(in, limits.headBytes()).split("\r?\n", -1);
    Map<String, String> headers = new TreeMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      if (colon > 0) {
        headers.put(
            lines[i].substring(0, colon).strip().toLowerCase(Locale.ROOT),
            lines[i].substring(colon + 1).strip());
      }
    }
    return new HttpMessage(lines[0], headers, body(in, headers, limits.bodyBytes(), bodyToEnd));
  }

  /** Reads up to and with the empty line. */
  private static String head(InputStream in, int limit) throws IOException {
    StringBuilder head = new StringBuilder();
    int newlines = 0;
    while (newlines < 2) {
      int c = in.read();
      if (c < 0 || head.length() >= limit) {
        throw new XmlRpcException(
            c < 0 ? "connection ended in the HTTP head" : "HTTP head is over " + limit + " bytes");
      }
      if (c == '\n') {
        newlines++;
      } else if (c != '\r') {
        newlines = 0;
      }
      head.append((char) c);
    }
    return head.toString();
  }

  private static byte[] body(
      InputStream in, Map<String, String> headers, int limit, boolean bodyToEnd)
      throws IOException {
    String declared = headers.get("content-length");
    if (declared == null && !bodyToEnd) {
      throw new XmlRpcException("HTTP message without Content-Length");
    }
    int length = declared == null ? limit + 1 : length(declared, limit);
    // readNBytes grows with what really arrives: a length that lies costs nothing.
    byte[] body = in.readNBytes(length);
    if (declared != null && body.length < length) {
      throw new XmlRpcException("HTTP body ends after " + body.length + " of " + length + " bytes");
    }
    if (body.length > limit) {
      throw new XmlRpcException("HTTP body is over " + limit + " bytes");
    }
    return body;
  }

  private static int length(String declared, int limit) throws XmlRpcException {
    try {
      int length = Integer.parseInt(declared);
      if (length >= 0 && length <= limit) {
        return length;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw new XmlRpcException("Content-Length is " + declared + ", limit is " + limit);
  }

  /** Sends head and body in one piece, so that no delayed acknowledgement falls between them. */
  static void write(OutputStream out, String head, byte[] body) throws IOException {
    byte[] first =
        (head + "Content-Type: text/xml\r\nContent-Length: " + body.length + "\r\n\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = new byte[first.length + body.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(body, 0, all, first.length, body.length);
    out.write(all);
    out.flush();
  }

  /** Whether the sender keeps the connection open for another message. */
  boolean keepAlive() {
    String connection = headers.getOrDefault("connection", "").toLowerCase(Locale.ROOT);
    return startLine.contains("HTTP/1.1")
        ? !connection.contains("close")
        : connection.contains("keep-alive");
  }
}
