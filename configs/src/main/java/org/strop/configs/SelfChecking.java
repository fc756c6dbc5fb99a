package org.strop.configs;

/** A configuration record that checks its components against each other. */
public interface SelfChecking {
  /** Reports every violation; called once, after all components were read and are in range. */
  void check(Problems problems);

  /** Collects violations, so that all are told at once. */
  interface Problems {
    /**
     * Reports one.
     *
     * @param key the component's key as in the file, for example {@code n_action_steps}
     * @param what what is wrong, with values: "is 24, but must be at most horizon (16)"
     * @param fix how to mend it, one imperative sentence
     */
    void add(String key, String what, String fix);
  }
}
