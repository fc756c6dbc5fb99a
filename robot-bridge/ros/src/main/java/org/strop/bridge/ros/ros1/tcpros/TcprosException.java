package org.strop.bridge.ros.ros1.tcpros;

import java.io.IOException;

/** A peer that breaks the protocol, or refuses a connection with a reason. */
public final class TcprosException extends IOException {
  private static final long serialVersionUID = 1L;

  TcprosException(String message) {
    super(message);
  }
}
