package org.strop.configs;

import java.util.LinkedHashSet;
import java.util.Set;

/** Collects everything that is wrong with a configuration, so that it is told at once. */
final class ProblemList {
  private record Problem(String what, String where, String fix) {}

  private static final int LISTED = 50;

  /** A set, because an anchor is read once per alias. */
  private final Set<Problem> problems = new LinkedHashSet<>();

  void add(String what, String where, String fix) {
    problems.add(new Problem(what, where, fix));
  }

  boolean isEmpty() {
    return problems.isEmpty();
  }

  /** Throws all that was collected, if anything was. */
  void throwIfAny(String file) {
    if (problems.size() == 1) {
      Problem p = problems.iterator().next();
      throw new StropException(ErrorCode.CONFIG, p.what, p.where, p.fix);
    }
    if (!problems.isEmpty()) {
      throw new StropException(
          ErrorCode.CONFIG, list(), file, "mend all " + problems.size() + ", then run again.");
    }
  }

  private String list() {
    StringBuilder text = new StringBuilder(problems.size() + " problems in the configuration.");
    int number = 0;
    for (Problem p : problems) {
      if (++number > LISTED) {
        return text.append("\n  and ").append(problems.size() - LISTED).append(" more.").toString();
      }
      text.append("\n  ").append(number).append(". ").append(p.what);
      text.append("\n     where: ").append(p.where);
      text.append("\n     fix:   ").append(p.fix);
    }
    return text.toString();
  }
}
