package org.strop.bridge.trajectory.mcap;

/** A record does not follow the format; becomes a {@link Damage} or an error with a place. */
final class MalformedRecordException extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedRecordException(String what) {
    super(what);
  }

  MalformedRecordException(String what, Throwable cause) {
    super(what, cause);
  }

  String what() {
    return String.valueOf(getMessage());
  }
}
