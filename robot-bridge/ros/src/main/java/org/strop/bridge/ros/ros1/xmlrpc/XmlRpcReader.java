package org.strop.bridge.ros.ros1.xmlrpc;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Parses XML-RPC documents. Its memory is bounded by the size of the document. */
public final class XmlRpcReader {
  private final XmlScanner xml;
  private final int maxDepth;

  private XmlRpcReader(XmlScanner xml, int maxDepth) {
    this.xml = xml;
    this.maxDepth = maxDepth;
  }

  /**
   * Parses a document.
   *
   * @param utf8 the whole document; its size is checked by the caller
   * @param maxDepth deepest nesting of arrays and structs
   * @throws XmlRpcException if it is not XML-RPC, or nested more deeply
   */
  public static XmlRpcMessage parse(byte[] utf8, int maxDepth) throws XmlRpcException {
    return new XmlRpcReader(new XmlScanner(utf8), maxDepth).document();
  }

  private XmlRpcMessage document() throws XmlRpcException {
    String root = xml.openAny();
    XmlRpcMessage message =
        switch (root) {
          case "methodCall" -> call();
          case "methodResponse" -> response();
          default -> throw xml.error("unknown document <" + root + ">");
        };
    xml.close(root);
    xml.end();
    return message;
  }

  private XmlRpcMessage call() throws XmlRpcException {
    xml.open("methodName");
    String method = xml.text().strip();
    xml.close("methodName");
    List<Object> params = new ArrayList<>();
    if (xml.nextIsOpen()) {
      xml.open("params");
      while (xml.nextIsOpen()) {
        params.add(param());
      }
      xml.close("params");
    }
    return new XmlRpcMessage.Call(method, params);
  }

  private XmlRpcMessage response() throws XmlRpcException {
    String kind = xml.openAny();
    XmlRpcMessage message;
    if (kind.equals("params")) {
      message = new XmlRpcMessage.Response(param());
    } else if (kind.equals("fault")) {
      message = fault(value(0));
    } else {
      throw xml.error("unknown response <" + kind + ">");
    }
    xml.close(kind);
    return message;
  }

  private static XmlRpcMessage fault(Object value) {
    if (value instanceof Map<?, ?> map) {
      int code = map.get("faultCode") instanceof Integer i ? i : 0;
      return new XmlRpcMessage.Fault(code, String.valueOf(map.get("faultString")));
    }
    return new XmlRpcMessage.Fault(0, String.valueOf(value));
  }

  private Object param() throws XmlRpcException {
    xml.open("param");
    Object value = value(0);
    xml.close("param");
    return value;
  }

  private Object value(int depth) throws XmlRpcException {
    if (depth > maxDepth) {
      throw xml.error("nested more deeply than " + maxDepth);
    }
    xml.open("value");
    Object value;
    if (xml.nextIsOpen()) {
      String type = xml.openAny();
      value = typed(type, depth);
      xml.close(type);
    } else {
      value = xml.text();
    }
    xml.close("value");
    return value;
  }

  private Object typed(String type, int depth) throws XmlRpcException {
    return switch (type) {
      case "array" -> array(depth);
      case "struct" -> struct(depth);
      default -> scalar(type, xml.text());
    };
  }

  private Object scalar(String type, String text) throws XmlRpcException {
    try {
      return switch (type) {
        case "string", "dateTime.iso8601" -> text;
        case "int", "i4", "i8" -> Integer.valueOf(text.strip());
        case "boolean" -> bool(text.strip());
        case "double" -> number(text.strip());
        case "base64" -> Base64.getMimeDecoder().decode(text);
        default -> throw xml.error("unknown type <" + type + ">");
      };
    } catch (IllegalArgumentException e) {
      throw xml.error("'" + shortened(text) + "' is not a value of <" + type + ">");
    }
  }

  private static Boolean bool(String text) {
    if (text.equals("1") || text.equals("0")) {
      return text.equals("1");
    }
    throw new IllegalArgumentException(text);
  }

  /** Doubles as Java and Python write them, infinities and NaN included. */
  private static Double number(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "inf", "+inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      case "nan", "-nan" -> Double.NaN;
      default -> Double.valueOf(text);
    };
  }

  private List<Object> array(int depth) throws XmlRpcException {
    List<Object> values = new ArrayList<>();
    xml.open("data");
    while (xml.nextIsOpen()) {
      values.add(value(depth + 1));
    }
    xml.close("data");
    return values;
  }

  private Map<String, Object> struct(int depth) throws XmlRpcException {
    Map<String, Object> members = new LinkedHashMap<>();
    while (xml.nextIsOpen()) {
      xml.open("member");
      xml.open("name");
      String name = xml.text();
      xml.close("name");
      members.put(name, value(depth + 1));
      xml.close("member");
    }
    return members;
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }
}
