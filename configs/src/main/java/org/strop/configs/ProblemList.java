package org.strop.configs;

import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong with a configuration, so that it is told at once. */
final class ProblemList {
  private record Problem(String what, String where, String fix) {}

  private final List<Problem> problems = new ArrayList<>();

  void add(String what, String where, String fix) {
    Problem problem = new Problem(what, where, fix);
    if (!problems.contains(problem)) { // an anchor is read once per alias
      problems.add(problem);
    }
  }

  boolean isEmpty() {
    return problems.isEmpty();
  }

  /** Throws all that was collected, if anything was. */
  void throwIfAny(String file) {
    if (problems.size() == 1) {
      Problem p = problems.get(0);
      throw new StropException(ErrorCode.CONFIG, p.what, p.where, p.fix);
    }
    if (!problems.isEmpty()) {
      throw new StropException(
          ErrorCode.CONFIG, list(), file, "mend all " + problems.size() + ", then run again.");
    }
  }

  private String list() {
    StringBuilder text = new StringBuilder(problems.size() + " problems in the configuration.");
    for (int i = 0; i < problems.size(); i++) {
      Problem p = problems.get(i);
      text.append("\n  ").append(i + 1).append(". ").append(p.what);
      text.append("\n     where: ").append(p.where);
      text.append("\n     fix:   ").append(p.fix);
    }
    return text.toString();
  }
}
