package org.strop.reward.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * A recorded walk on a ring of cells: one on with probability 0.6, two on with 0.2, back with 0.2,
 * and over with probability {@value #OVER} after each step. The reward is of the cell, the value
 * exact.
 */
final class ChainWorld {
  static final int CELLS = 10;
  private static final int EPISODES = 100;
  private static final int SEGMENT = 4;
  private static final double OVER = 0.05;

  private final SplittableRandom random;
  private final int[] cells;
  private final List<Span> episodes = new ArrayList<>();
  private final double[] reward = new double[CELLS];
  private final double[] value;

  ChainWorld(long seed, double discount) {
    random = new SplittableRandom(seed);
    Arrays.setAll(reward, c -> random.nextDouble());
    List<Integer> walked = new ArrayList<>();
    for (int e = 0; e < EPISODES; e++) {
      int from = walked.size();
      int cell = random.nextInt(CELLS);
      walked.add(cell);
      while (walked.size() < from + SEGMENT || random.nextDouble() >= OVER) {
        double u = random.nextDouble();
        cell = Math.floorMod(cell + (u < 0.6 ? 1 : u < 0.8 ? 2 : -1), CELLS);
        walked.add(cell);
      }
      episodes.add(new Span(from, walked.size()));
    }
    cells = walked.stream().mapToInt(c -> c).toArray();
    value = values(discount * (1 - OVER));
  }

  private double[] values(double continued) {
    RealMatrix a = MatrixUtils.createRealIdentityMatrix(CELLS);
    for (int c = 0; c < CELLS; c++) {
      a.addToEntry(c, (c + 1) % CELLS, -0.6 * continued);
      a.addToEntry(c, (c + 2) % CELLS, -0.2 * continued);
      a.addToEntry(c, (c + CELLS - 1) % CELLS, -0.2 * continued);
    }
    return new LUDecomposition(a).getSolver().solve(new ArrayRealVector(reward)).toArray();
  }

  /** Returns −regret of a run by the true reward and values. */
  double utility(Span run) {
    double sum = -value[cells[run.from()]];
    for (int t = run.from(); t < run.to(); t++) {
      sum += reward[cells[t]];
    }
    boolean over = episodes.stream().anyMatch(e -> e.to() == run.to());
    return over ? sum : sum + value[cells[run.to()]];
  }

  double[] reward() {
    return reward.clone();
  }

  int[] cells() {
    return cells.clone();
  }

  /** Returns pairs of runs, chosen with probability sigmoid(4 (u₂ − u₁)). */
  List<PairTarget> pairs(int n) {
    List<PairTarget> pairs = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Span first = run();
      Span second = run();
      double p = 1 / (1 + Math.exp(-4 * (utility(second) - utility(first))));
      pairs.add(new PairTarget(first, second, random.nextDouble() < p ? 1 : 0, 1));
    }
    return pairs;
  }

  private Span run() {
    Span episode = episodes.get(random.nextInt(episodes.size()));
    int from = episode.from() + random.nextInt(episode.length() - SEGMENT + 1);
    return new Span(from, from + SEGMENT);
  }

  /** Returns cells as one-hot rows, with pairs. */
  TrainingSet set(List<PairTarget> pairs) {
    float[] rows = new float[cells.length * CELLS];
    for (int t = 0; t < cells.length; t++) {
      rows[t * CELLS + cells[t]] = 1;
    }
    TrainingSet.Side side =
        new TrainingSet.Side(new float[0], 0, new int[0], new int[pairs.size()], List.of("all"));
    return new TrainingSet(rows, CELLS, episodes, List.of(), List.of(), pairs, side);
  }
}
