package org.strop.reward.ceiling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.strop.bridge.trajectory.PreferenceLabel;
import org.strop.bridge.trajectory.SegmentRef;

/**
 * One answer about one pair, with the pair turned the same way round every time.
 *
 * @param pair which pair
 * @param operator who answered
 * @param label in [0, 1], 1 where the pair's second is preferred
 */
public record Vote(int pair, String operator, double label) {
  /** Checks the label. */
  public Vote {
    if (!(label >= 0 && label <= 1)) {
      throw new IllegalArgumentException("label is " + label + ", but must be in [0, 1]");
    }
  }

  /** Returns the votes of choices; "can't tell" is none. Pairs shown either way round are one. */
  public static List<Vote> of(List<PreferenceLabel> labels) {
    Map<Set<SegmentRef>, Integer> numbers = new HashMap<>();
    Map<Integer, SegmentRef> firsts = new HashMap<>();
    List<Vote> votes = new ArrayList<>();
    for (PreferenceLabel label : labels) {
      if (label.choice().value().isEmpty() || label.first().equals(label.second())) {
        continue;
      }
      int pair =
          numbers.computeIfAbsent(Set.of(label.first(), label.second()), p -> numbers.size());
      SegmentRef first = firsts.computeIfAbsent(pair, p -> label.first());
      double value = label.choice().value().getAsDouble();
      boolean turned = !first.equals(label.first());
      votes.add(new Vote(pair, label.provenance().operator(), turned ? 1 - value : value));
    }
    return votes;
  }

  boolean decisive() {
    return label == 0 || label == 1;
  }
}
