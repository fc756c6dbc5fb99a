package org.strop.reward.value;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Recorded runs by who acted.
 *
 * <p>A policy with fewer transitions than asked for can't carry successor features of its own: all
 * such are pooled into one group; if that is still too small, into the largest of the others. Where
 * no policy has enough, there is one group of all runs.
 */
final class PolicyGroups {
  private PolicyGroups() {}

  /**
   * Returns the groups, in order of the policies' names and the pooled one last; runs in their
   * order.
   *
   * @param transitions at least, of a group
   */
  static List<List<RecordedRun>> of(List<RecordedRun> runs, int transitions) {
    TreeMap<String, List<RecordedRun>> byPolicy = new TreeMap<>();
    runs.forEach(run -> byPolicy.computeIfAbsent(run.policy(), p -> new ArrayList<>()).add(run));
    List<List<RecordedRun>> groups = new ArrayList<>();
    List<RecordedRun> rest = new ArrayList<>();
    for (List<RecordedRun> group : byPolicy.values()) {
      if (transitions(group) >= transitions) {
        groups.add(group);
      } else {
        rest.addAll(group);
      }
    }
    if (groups.isEmpty()) {
      return List.of(runs);
    }
    if (transitions(rest) >= transitions) {
      groups.add(rest);
    } else {
      groups.stream()
          .max(Comparator.comparingInt(PolicyGroups::transitions))
          .orElseThrow()
          .addAll(rest);
    }
    return groups;
  }

  private static int transitions(List<RecordedRun> runs) {
    return runs.stream().mapToInt(RecordedRun::transitions).sum();
  }
}
