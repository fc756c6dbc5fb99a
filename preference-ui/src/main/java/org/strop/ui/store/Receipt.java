package org.strop.ui.store;

/** What became of an answer handed to the store. */
public sealed interface Receipt {
  /**
   * The answer is on disk; it survives a crash of this process.
   *
   * @param labelId the label that holds it; the same one when the same answer comes again
   */
  record Saved(String labelId) implements Receipt {}

  /**
   * The operator's last standing label is undone, durably.
   *
   * @param labelId the label undone, not the row that undoes it
   */
  record Undone(String labelId) implements Receipt {}

  /**
   * Nothing was stored.
   *
   * @param reason why, for programs
   * @param what why, for people, with names and values
   * @param fix how to mend it, one imperative sentence
   */
  record Refused(Reason reason, String what, String fix) implements Receipt {}

  /** Why an answer is refused. */
  enum Reason {
    /** There is no query of that id. */
    UNKNOWN_QUERY,
    /** This operator has answered that query, and the answer stands. */
    ALREADY_ANSWERED,
    /** The nonce came before, with another answer. */
    NONCE_REUSED,
    /** This operator has no label that stands. */
    NOTHING_TO_UNDO
  }
}
