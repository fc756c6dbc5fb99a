package org.strop.ui.panel;

import org.jspecify.annotations.Nullable;

/**
 * What request values may be; each rule throws an IllegalArgumentException that people can read.
 */
final class Rules {
  private static final long MAX_RESPONSE_MS = 86_400_000;

  private Rules() {}

  /** Checks an operator's id; throws IllegalArgumentException that says what is allowed. */
  static void operator(@Nullable String operator) {
    require(
        operator != null && operator.matches("[A-Za-z0-9._-]{1,64}"),
        "operator '" + operator + "' must be 1 to 64 letters, digits, dots, dashes, underscores");
  }

  static void id(String key, @Nullable String id) {
    require(
        id != null && id.matches("[A-Za-z0-9._-]{1,100}"), key + " '" + id + "' is not a plain id");
  }

  static void nonce(@Nullable String nonce) {
    require(
        nonce == null || nonce.matches("[A-Za-z0-9._-]{8,64}"),
        "nonce must be 8 to 64 letters, digits, dots, dashes, underscores");
  }

  static void responseMs(long ms) {
    require(
        ms >= -1 && ms <= MAX_RESPONSE_MS,
        "response_ms is " + ms + ", but must be 0 to " + MAX_RESPONSE_MS + ", or -1 if unknown");
  }

  static void present(String key, @Nullable Object value) {
    require(value != null, key + " is null");
  }

  static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
