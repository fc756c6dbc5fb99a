package org.strop.configs;

import org.jspecify.annotations.Nullable;

/**
 * A failure told in three parts: what is wrong (names and values), where (file, line, key, topic,
 * offset, step), and how to mend it.
 *
 * <p>The message reads:
 *
 * <pre>
 *   n_action_steps is 24, but must be at most horizon (16).
 *     where: configs/train/peeling.yaml:31, key policy.n_action_steps
 *     fix:   lower n_action_steps, or raise horizon in the same file.
 * </pre>
 */
public final class StropException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final String what;
  private final String where;
  private final String fix;

  /** Creates a failure without a cause. */
  public StropException(ErrorCode code, String what, String where, String fix) {
    this(code, what, where, fix, null);
  }

  /** Creates a failure that keeps the exception that led to it. */
  public StropException(
      ErrorCode code, String what, String where, String fix, @Nullable Throwable cause) {
    super(what + "\n  where: " + where + "\n  fix:   " + fix, cause);
    this.code = code;
    this.what = what;
    this.where = where;
    this.fix = fix;
  }

  /** Returns the kind of failure. */
  public ErrorCode code() {
    return code;
  }

  /** Returns what is wrong, with names and values. */
  public String what() {
    return what;
  }

  /** Returns where it is wrong. */
  public String where() {
    return where;
  }

  /** Returns how to mend it, one imperative sentence. */
  public String fix() {
    return fix;
  }
}
