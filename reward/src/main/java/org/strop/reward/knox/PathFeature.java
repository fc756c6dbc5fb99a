package org.strop.reward.knox;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.strop.reward.world.Board;
import org.strop.reward.world.World;
import org.strop.reward.world.WorldSegment;

/**
 * What a person can see of one segment; a model uses the second's minus the first's.
 *
 * <p>Chosen on half of the published pairs, the other half unseen; see reward/docs/regret.md.
 */
enum PathFeature {
  /** Sum of rewards. */
  PARTIAL_RETURN,
  /** V* where it starts. */
  START_VALUE,
  /** V* where it ends. */
  END_VALUE,
  /** Whether it reaches a goal. */
  GOAL,
  /** Whether it meets a sheep. */
  SHEEP,
  /** Coins taken, one that is entered again counts again. */
  COINS,
  /** Roadblocks driven through. */
  ROADBLOCKS,
  /** Moves on mud. */
  MUD,
  /** Moves until the segment or the episode ends. */
  MOVES,
  /** Cells between first and last, along rows and columns. */
  DISPLACEMENT,
  /** Different cells on the way. */
  CELLS,
  /** Cells from the last to the nearest goal, along rows and columns, walls left out. */
  GOAL_DISTANCE,
  /** tanh of the change of V*, in units of {@value #SCALE}. */
  SATURATED_PROGRESS,
  /** tanh of the sum of rewards, in the same unit. */
  SATURATED_RETURN,
  /** tanh of the regret, in the same unit. */
  SATURATED_REGRET;

  private static final double SCALE = 3;

  /** Returns all features of a segment, by ordinal. */
  static double[] of(WorldSegment segment, DeliveryTask task, SegmentStatistics statistics) {
    double[] basic = statistics.of(segment);
    double[] counts = segment.features(task.world());
    double[] f = new double[values().length];
    System.arraycopy(basic, 0, f, 0, basic.length);
    System.arraycopy(counts, 1, f, GOAL.ordinal(), MUD.ordinal() - GOAL.ordinal() + 1);
    Set<Integer> cells = new HashSet<>();
    for (int t = 0; t <= segment.length(); t++) {
      cells.add(segment.state(t));
    }
    f[MOVES.ordinal()] = moves(segment, task.world());
    f[DISPLACEMENT.ordinal()] = distance(task.board(), segment.first(), segment.last());
    f[CELLS.ordinal()] = cells.size();
    f[GOAL_DISTANCE.ordinal()] = goalDistance(task.board(), segment.last());
    f[SATURATED_PROGRESS.ordinal()] = Math.tanh((basic[2] - basic[1]) / SCALE);
    f[SATURATED_RETURN.ordinal()] = Math.tanh(basic[0] / SCALE);
    f[SATURATED_REGRET.ordinal()] = Math.tanh((basic[1] - basic[0] - basic[2]) / SCALE);
    return f;
  }

  private static double moves(WorldSegment segment, World world) {
    return IntStream.range(0, segment.length())
        .filter(t -> !world.terminal(segment.state(t)))
        .count();
  }

  private static int distance(Board board, int a, int b) {
    int columns = board.columns();
    return Math.abs(a / columns - b / columns) + Math.abs(a % columns - b % columns);
  }

  private static double goalDistance(Board board, int state) {
    return IntStream.range(0, board.cells().size())
        .filter(s -> board.cells().get(s).entering() == DeliveryRules.GOAL)
        .map(s -> distance(board, s, state))
        .min()
        .orElse(0);
  }

  /** Returns second minus first for all pairs; after the features, a column of ones. */
  static Design differences(PreferenceData data, DeliveryTask task, SegmentStatistics statistics) {
    int width = values().length + 1;
    double[] design = new double[data.size() * width];
    Arrays.fill(design, 1);
    for (int i = 0; i < data.size(); i++) {
      double[] first = of(data.first().get(i), task, statistics);
      double[] second = of(data.second().get(i), task, statistics);
      for (int j = 0; j < first.length; j++) {
        design[i * width + j] = second[j] - first[j];
      }
    }
    return new Design(width, design);
  }
}
