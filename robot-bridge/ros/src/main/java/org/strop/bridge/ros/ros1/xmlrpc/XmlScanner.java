package org.strop.bridge.ros.ros1.xmlrpc;

import java.nio.charset.StandardCharsets;

/**
 * Reads the small part of XML that XML-RPC uses, front to back: start and end tags, text with
 * entities, CDATA. Comments and processing instructions are skipped, attributes ignored, a DOCTYPE
 * refused.
 */
final class XmlScanner {
  private static final int LONGEST_ENTITY = 10;

  private final String text;
  private int at;

  XmlScanner(byte[] utf8) {
    this.text = new String(utf8, StandardCharsets.UTF_8);
  }

  /** Moves past white space, comments and processing instructions. */
  private void skipMisc() throws XmlRpcException {
    while (true) {
      while (at < text.length() && text.charAt(at) <= ' ') {
        at++;
      }
      if (text.startsWith("<?", at)) {
        at = after("?>");
      } else if (text.startsWith("<!--", at)) {
        at = after("-->");
      } else {
        return;
      }
    }
  }

  /** Takes the start tag of the given name, or fails. */
  void open(String name) throws XmlRpcException {
    String found = openAny();
    if (!found.equals(name)) {
      throw error("<" + name + "> expected, <" + found + "> found");
    }
  }

  /** Takes a start tag and returns its name; {@code <a/>} reads as {@code <a></a>}. */
  String openAny() throws XmlRpcException {
    skipMisc();
    if (!atStartTag()) {
      throw error("start tag expected");
    }
    int end = text.indexOf('>', at);
    if (end < 0) {
      throw error("tag without end");
    }
    boolean empty = text.charAt(end - 1) == '/';
    String inside = text.substring(at + 1, empty ? end - 1 : end).strip();
    String name = inside.split("\\s", 2)[0];
    at = end + 1;
    if (empty) {
      pendingClose = name;
    }
    return name;
  }

  private String pendingClose = "";

  /** Takes the end tag of the given name, or fails. */
  void close(String name) throws XmlRpcException {
    if (!pendingClose.isEmpty()) {
      if (!pendingClose.equals(name)) {
        throw error("</" + name + "> expected, <" + pendingClose + "/> found");
      }
      pendingClose = "";
      return;
    }
    skipMisc();
    String tag = "</" + name;
    if (!text.startsWith(tag, at)) {
      throw error(tag + "> expected");
    }
    int end = at + tag.length();
    while (end < text.length() && text.charAt(end) <= ' ') {
      end++;
    }
    if (end >= text.length() || text.charAt(end) != '>') {
      throw error(tag + "> expected");
    }
    at = end + 1;
  }

  /** Whether the next thing, after white space, is a start tag. */
  boolean nextIsOpen() throws XmlRpcException {
    if (!pendingClose.isEmpty()) {
      return false;
    }
    int start = at;
    skipMisc();
    boolean open = atStartTag();
    at = start;
    return open;
  }

  private boolean atStartTag() throws XmlRpcException {
    if (!pendingClose.isEmpty() || at + 1 >= text.length() || text.charAt(at) != '<') {
      return false;
    }
    char next = text.charAt(at + 1);
    if (next == '!' && !text.startsWith("<![CDATA[", at)) {
      throw error("DOCTYPE and other declarations are refused");
    }
    return next != '/' && next != '!';
  }

  /** Takes the text up to the next tag, with entities resolved. */
  String text() throws XmlRpcException {
    if (!pendingClose.isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at);
      if (text.startsWith("<![CDATA[", at)) {
        int end = after("]]>");
        out.append(text, at + 9, end - 3);
        at = end;
      } else if (text.startsWith("<!--", at)) {
        at = after("-->");
      } else if (c == '<') {
        return out.toString();
      } else if (c == '&') {
        out.appendCodePoint(entity());
      } else {
        appendNormalised(out, c);
      }
    }
    throw error("text without an end tag");
  }

  /** XML reads CR LF and CR as LF. */
  private void appendNormalised(StringBuilder out, char c) {
    at++;
    if (c != '\r') {
      out.append(c);
    } else if (at >= text.length() || text.charAt(at) != '\n') {
      out.append('\n');
    }
  }

  private int entity() throws XmlRpcException {
    int end = text.indexOf(';', at);
    if (end < 0 || end - at > LONGEST_ENTITY) {
      throw error("bare &");
    }
    String name = text.substring(at + 1, end);
    at = end + 1;
    return switch (name) {
      case "lt" -> '<';
      case "gt" -> '>';
      case "amp" -> '&';
      case "quot" -> '"';
      case "apos" -> '\'';
      default -> character(name);
    };
  }

  private int character(String name) throws XmlRpcException {
    try {
      int code =
          name.startsWith("#x")
              ? Integer.parseInt(name.substring(2), 16)
              : name.startsWith("#") ? Integer.parseInt(name.substring(1)) : -1;
      if (Character.isValidCodePoint(code)) {
        return code;
      }
    } catch (NumberFormatException e) {
      // Told below, with the name.
    }
    throw error("unknown entity &" + name + ";");
  }

  /** Fails unless nothing is left. */
  void end() throws XmlRpcException {
    skipMisc();
    // Some servers pad the document with NUL, which skipMisc takes as white space.
    if (at < text.length()) {
      throw error("text after the end of the document");
    }
  }

  private int after(String mark) throws XmlRpcException {
    int found = text.indexOf(mark, at);
    if (found < 0) {
      throw error(mark + " expected");
    }
    return found + mark.length();
  }

  XmlRpcException error(String what) {
    return new XmlRpcException("XML-RPC: " + what + " at character " + at);
  }
}
