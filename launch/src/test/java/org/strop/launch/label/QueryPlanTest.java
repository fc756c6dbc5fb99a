package org.strop.launch.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.bridge.trajectory.TrajectoryInfo;
import org.strop.bridge.trajectory.Workpiece;
import org.strop.ui.store.Query;

class QueryPlanTest {
  private static Trajectory attempt(String id, long seed, String kind) {
    FloatMatrix profile = FloatMatrix.of(2, 3, new float[] {0, 0, 1, 1, 0, 1});
    TrajectoryInfo info =
        new TrajectoryInfo(
            id, "r", "t", "s", seed, 20, Optional.of(new Workpiece(kind, profile, 0)), Map.of());
    FloatMatrix cut = FloatMatrix.of(2, 4, new float[8]);
    return new Trajectory(info, new long[] {0, 1}, Map.of(Channels.CUT, cut), List.of());
  }

  private static List<Trajectory> attempts() {
    List<Trajectory> all = new ArrayList<>();
    for (int seed = 0; seed < 6; seed++) {
      String kind = seed % 2 == 0 ? "apple" : "potato";
      all.add(attempt("a" + seed, seed, kind));
      all.add(attempt("b" + seed, seed, kind));
    }
    return all;
  }

  private static Set<String> ids(Query query) {
    return Set.of(query.first().episodeId(), query.second().episodeId());
  }

  @Test
  void pairsAtTheSameInstanceComeFirst() {
    List<Query> first = QueryPlan.pairs(attempts(), 6, 3);
    assertThat(first.stream().map(QueryPlanTest::ids).collect(Collectors.toSet()))
        .isEqualTo(
            Set.of(
                Set.of("a0", "b0"),
                Set.of("a1", "b1"),
                Set.of("a2", "b2"),
                Set.of("a3", "b3"),
                Set.of("a4", "b4"),
                Set.of("a5", "b5")));
  }

  @Test
  void noPairIsAskedTwiceAndKindsAreNotMixed() {
    List<Query> all = QueryPlan.pairs(attempts(), 1000, 3);
    assertThat(all).hasSize(2 * (6 * 5 / 2)); // two kinds of six attempts each
    assertThat(all.stream().map(QueryPlanTest::ids).distinct()).hasSameSizeAs(all);
    assertThat(all.stream().map(Query::queryId).distinct()).hasSameSizeAs(all);
  }

  @Test
  void theSeedDecidesOrderAndSides() {
    assertThat(QueryPlan.pairs(attempts(), 20, 3)).isEqualTo(QueryPlan.pairs(attempts(), 20, 3));
    assertThat(QueryPlan.pairs(attempts(), 20, 3)).isNotEqualTo(QueryPlan.pairs(attempts(), 20, 4));
    long left =
        QueryPlan.pairs(attempts(), 30, 3).stream()
            .filter(q -> q.first().episodeId().compareTo(q.second().episodeId()) < 0)
            .count();
    assertThat(left).isBetween(5L, 25L);
  }
}
