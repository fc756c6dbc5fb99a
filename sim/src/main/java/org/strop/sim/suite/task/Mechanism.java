package org.strop.sim.suite.task;

import java.util.List;
import org.strop.configs.SelfChecking;

/** What the hand works on. */
public sealed interface Mechanism permits Articulated, Pushed, Carried {
  /** Returns what is shown of the object, in the order of the columns. */
  List<ObjectColumn> observe();

  /** Reports columns that a mechanism does not have, or shows twice. */
  static void checkColumns(
      List<ObjectColumn> shown, List<ObjectColumn> possible, SelfChecking.Problems problems) {
    if (shown.isEmpty() || !possible.containsAll(shown)) {
      problems.add("observe", "is " + shown + ", but must be of " + possible, "choose from these");
    }
    if (shown.stream().distinct().count() < shown.size()) {
      problems.add("observe", "names a column twice", "name each once");
    }
  }
}
