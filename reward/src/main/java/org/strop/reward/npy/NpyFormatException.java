package org.strop.reward.npy;

/** What is wrong with an array's bytes, before it is known where they come from. */
final class NpyFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String fix;

  NpyFormatException(String what, String fix) {
    super(what);
    this.fix = fix;
  }

  String fix() {
    return fix;
  }
}
