package org.strop.bridge.ros.ros1.codec;

import java.io.IOException;

/** Bytes that are not a message of the expected type. */
public final class MalformedMessageException extends IOException {
  private static final long serialVersionUID = 1L;

  MalformedMessageException(String message) {
    super(message);
  }

  MalformedMessageException(String message, Throwable cause) {
    super(message, cause);
  }
}
