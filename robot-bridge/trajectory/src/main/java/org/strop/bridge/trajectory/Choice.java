package org.strop.bridge.trajectory;

import java.util.OptionalDouble;

/** Answer to "which of the two is better?". */
public enum Choice {
  /** The first (left) one. */
  FIRST,
  /** The second (right) one. */
  SECOND,
  /** Both the same. */
  SAME,
  /** The operator can't tell; no information, not a tie. */
  CANT_TELL;

  /**
   * Returns the label's value in the field's sign: 0 when the first is preferred, 1 when the second
   * is, 0.5 for a tie, empty where the operator can't tell.
   */
  public OptionalDouble value() {
    return switch (this) {
      case FIRST -> OptionalDouble.of(0);
      case SECOND -> OptionalDouble.of(1);
      case SAME -> OptionalDouble.of(0.5);
      case CANT_TELL -> OptionalDouble.empty();
    };
  }
}
