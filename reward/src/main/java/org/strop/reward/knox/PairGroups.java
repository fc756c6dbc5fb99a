package org.strop.reward.knox;

import java.util.HashMap;
import java.util.Map;
import org.strop.reward.world.WorldSegment;

/** Which pairs show the same two segments, on either side. */
final class PairGroups {
  private PairGroups() {}

  /** Returns a number for each pair, from 0, the same for a pair and its repeats and swaps. */
  static int[] of(PreferenceData data) {
    Map<String, Integer> numbers = new HashMap<>();
    int[] groups = new int[data.size()];
    for (int i = 0; i < groups.length; i++) {
      String a = key(data.first().get(i));
      String b = key(data.second().get(i));
      String pair = a.compareTo(b) <= 0 ? a + "|" + b : b + "|" + a;
      numbers.putIfAbsent(pair, numbers.size());
      groups[i] = numbers.get(pair);
    }
    return groups;
  }

  private static String key(WorldSegment segment) {
    StringBuilder key = new StringBuilder().append(segment.first());
    for (int t = 0; t < segment.length(); t++) {
      key.append(',').append(segment.action(t));
    }
    return key.toString();
  }
}
