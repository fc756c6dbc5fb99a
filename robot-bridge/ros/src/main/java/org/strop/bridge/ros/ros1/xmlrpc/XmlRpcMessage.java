package org.strop.bridge.ros.ros1.xmlrpc;

import java.util.List;

/** A parsed XML-RPC document. */
public sealed interface XmlRpcMessage {
  /** A request. */
  record Call(String method, List<Object> params) implements XmlRpcMessage {}

  /** An answer. */
  record Response(Object value) implements XmlRpcMessage {}

  /** A failure told by the server. */
  record Fault(int code, String text) implements XmlRpcMessage {}
}
