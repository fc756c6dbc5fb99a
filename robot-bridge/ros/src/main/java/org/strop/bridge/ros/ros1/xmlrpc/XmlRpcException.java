package org.strop.bridge.ros.ros1.xmlrpc;

import java.io.IOException;

/** A document that is not XML-RPC or passes a limit. */
public final class XmlRpcException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Creates one with a message for the log. */
  public XmlRpcException(String message) {
    super(message);
  }
}
