package org.strop.launch.label;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.strop.bridge.trajectory.SegmentRef;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.bridge.trajectory.Workpiece;
import org.strop.ui.store.Query;

/**
 * Which pairs of attempts to ask about.
 *
 * <p>First pairs at the same instance (equal seeds), where only the acting differs; then pairs of
 * the same kind of workpiece. Within each group the order is random, and so is the side. Ours.
 */
public final class QueryPlan {
  private QueryPlan() {}

  /**
   * Returns up to n pairs of whole attempts, each at most once.
   *
   * @param attempts with different ids
   * @param seed of the order and of the sides
   */
  public static List<Query> pairs(List<Trajectory> attempts, int n, long seed) {
    List<Pair> sameInstance = new ArrayList<>();
    List<Pair> sameKind = new ArrayList<>();
    for (int i = 0; i < attempts.size(); i++) {
      for (int j = i + 1; j < attempts.size(); j++) {
        Pair pair = new Pair(attempts.get(i), attempts.get(j));
        if (pair.sameKind()) {
          (pair.sameInstance() ? sameInstance : sameKind).add(pair);
        }
      }
    }
    SplittableRandom random = new SplittableRandom(seed);
    shuffle(sameInstance, random);
    shuffle(sameKind, random);
    sameInstance.addAll(sameKind);
    List<Query> queries = new ArrayList<>();
    for (Pair pair : sameInstance.subList(0, Math.min(n, sameInstance.size()))) {
      queries.add(pair.query(String.format("q%05d", queries.size() + 1), random.nextBoolean()));
    }
    return queries;
  }

  private static void shuffle(List<Pair> pairs, SplittableRandom random) {
    for (int i = pairs.size() - 1; i > 0; i--) {
      Collections.swap(pairs, i, random.nextInt(i + 1));
    }
  }

  private record Pair(Trajectory a, Trajectory b) {
    boolean sameInstance() {
      return a.info().seed() == b.info().seed();
    }

    boolean sameKind() {
      return kind(a).equals(kind(b));
    }

    Query query(String id, boolean swapped) {
      SegmentRef first = SegmentRef.whole(swapped ? b : a);
      return new Query(id, first, SegmentRef.whole(swapped ? a : b));
    }

    private static Optional<String> kind(Trajectory t) {
      return t.info().workpiece().map(Workpiece::kind);
    }
  }
}
