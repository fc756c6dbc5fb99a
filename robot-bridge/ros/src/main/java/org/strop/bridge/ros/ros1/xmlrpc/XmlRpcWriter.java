package org.strop.bridge.ros.ros1.xmlrpc;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Writes XML-RPC documents. */
public final class XmlRpcWriter {
  private final StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?>\n");

  private XmlRpcWriter() {}

  /** Returns a request, UTF-8. */
  public static byte[] call(String method, List<?> params) {
    XmlRpcWriter writer = new XmlRpcWriter();
    writer.xml.append("<methodCall><methodName>");
    writer.text(method);
    writer.xml.append("</methodName><params>");
    params.forEach(writer::param);
    writer.xml.append("</params></methodCall>\n");
    return writer.bytes();
  }

  /** Returns an answer, UTF-8. */
  public static byte[] response(Object value) {
    XmlRpcWriter writer = new XmlRpcWriter();
    writer.xml.append("<methodResponse><params>");
    writer.param(value);
    writer.xml.append("</params></methodResponse>\n");
    return writer.bytes();
  }

  /** Returns a failure, UTF-8. */
  public static byte[] fault(int code, String text) {
    XmlRpcWriter writer = new XmlRpcWriter();
    writer.xml.append("<methodResponse><fault>");
    writer.value(Map.of("faultCode", code, "faultString", text));
    writer.xml.append("</fault></methodResponse>\n");
    return writer.bytes();
  }

  private byte[] bytes() {
    return xml.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void param(Object value) {
    xml.append("<param>");
    value(value);
    xml.append("</param>");
  }

  private void value(Object value) {
    xml.append("<value>");
    if (value instanceof List<?> list) {
      xml.append("<array><data>");
      list.forEach(this::value);
      xml.append("</data></array>");
    } else if (value instanceof Map<?, ?> map) {
      xml.append("<struct>");
      map.forEach(this::member);
      xml.append("</struct>");
    } else {
      scalar(value);
    }
    xml.append("</value>\n");
  }

  private void member(Object name, Object value) {
    xml.append("<member><name>");
    text(name.toString());
    xml.append("</name>");
    value(value);
    xml.append("</member>");
  }

  private void scalar(Object value) {
    if (value instanceof String s) {
      element("string", s);
    } else if (value instanceof Boolean b) {
      element("boolean", b ? "1" : "0");
    } else if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      element("int", value.toString());
    } else if (value instanceof Long l) {
      element("int", Integer.toString(narrowed(l)));
    } else if (value instanceof Double || value instanceof Float) {
      element("double", value.toString());
    } else if (value instanceof byte[] bytes) {
      element("base64", Base64.getEncoder().encodeToString(bytes));
    } else {
      throw new IllegalArgumentException("no XML-RPC type for " + value.getClass().getName());
    }
  }

  private static int narrowed(long value) {
    if (value != (int) value) {
      throw new IllegalArgumentException(
          value + " does not fit an XML-RPC int (32 bits); send it as a string or a double");
    }
    return (int) value;
  }

  private void element(String type, String content) {
    xml.append('<').append(type).append('>');
    text(content);
    xml.append("</").append(type).append('>');
  }

  private void text(String s) {
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      switch (c) {
        case '<' -> xml.append("&lt;");
        case '>' -> xml.append("&gt;");
        case '&' -> xml.append("&amp;");
        case '\r' -> xml.append("&#13;");
        default -> xml.append(c);
      }
    }
  }
}
