package org.strop.reward.knox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.strop.reward.likelihood.BradleyTerry;
import org.strop.reward.world.Move;
import org.strop.reward.world.World;
import org.strop.reward.world.WorldSegment;

/** Writes a small study in the published format, with labels drawn from regret. */
final class StudyFiles {
  /** A 5 x 6 board, not the published one: mud in the middle, houses, a goal, two sheep, coins. */
  static final String BOARD =
      "[[0,0,4,0,0,0],[0,2,6,6,3,0],[0,0,6,10,0,0],[4,2,8,5,11,0],[3,0,0,0,0,1]]";

  private StudyFiles() {}

  /** Writes board, rewards made by weights, and a condition; returns the task. */
  static DeliveryTask write(Path folder, String condition, int pairs, double[] weights)
      throws IOException {
    Files.writeString(folder.resolve("board.json"), BOARD);
    Files.writeString(folder.resolve("rewards.json"), table(weights));
    DeliveryTask task = DeliveryTask.read(folder);
    SegmentStatistics statistics = new SegmentStatistics(task);
    SplittableRandom random = new SplittableRandom(9);
    double[] x = new double[pairs * 3];
    double[] y = new double[pairs];
    double[] moves = new double[pairs * 2 * 4 * 2];
    for (int i = 0; i < pairs; i++) {
      double[] first = statistics.of(segment(task, moves, 16 * i, random));
      double[] second = statistics.of(segment(task, moves, 16 * i + 8, random));
      for (int j = 0; j < 3; j++) {
        x[3 * i + j] = second[j] - first[j];
      }
      double logit = 0.5 * (x[3 * i] + x[3 * i + 2] - x[3 * i + 1]);
      y[i] = random.nextDouble() < BradleyTerry.sigmoid(logit) ? 1 : 0;
    }
    npy(folder.resolve(condition + "_X.npy"), x, pairs, 3);
    npy(folder.resolve(condition + "_Y.npy"), y, pairs);
    npy(folder.resolve(condition + "_segment_pairs.npy"), moves, pairs, 2, 4, 2);
    return task;
  }

  private static WorldSegment segment(
      DeliveryTask task, double[] out, int at, SplittableRandom random) {
    World world = task.world();
    int start = world.starts()[random.nextInt(world.starts().length)];
    int[] actions = random.ints(3, 0, 4).toArray();
    out[at] = start / task.board().columns();
    out[at + 1] = start % task.board().columns();
    WorldSegment segment = WorldSegment.walk(world, start, actions);
    for (int t = 0; t < 3; t++) {
      boolean over = world.terminal(segment.state(t));
      out[at + 2 + 2 * t] = over ? 0 : Move.values()[actions[t]].rows();
      out[at + 3 + 2 * t] = over ? 0 : Move.values()[actions[t]].columns();
    }
    return segment;
  }

  /** Returns a reward table by the rules, written without the code under test. */
  private static String table(double[] w) {
    int[][] codes = {
      {0, 0, 4, 0, 0, 0},
      {0, 2, 6, 6, 3, 0},
      {0, 0, 6, 10, 0, 0},
      {4, 2, 8, 5, 11, 0},
      {3, 0, 0, 0, 0, 1}
    };
    double[] entering = {
      w[0], w[1], 0, w[2], w[0] + w[3], w[0] + w[4], w[5], w[1], 0, w[2], w[5] + w[3], w[5] + w[4]
    };
    int[][] moves = {{-1, 0}, {1, 0}, {0, -1}, {0, 1}};
    StringBuilder table = new StringBuilder("[");
    for (int r = 0; r < 5; r++) {
      table.append(r == 0 ? "[" : ",[");
      for (int c = 0; c < 6; c++) {
        table.append(c == 0 ? "[" : ",[");
        for (int m = 0; m < 4; m++) {
          int row = r + moves[m][0];
          int column = c + moves[m][1];
          boolean stays =
              row < 0 || row > 4 || column < 0 || column > 5 || codes[row][column] % 6 == 2;
          double ground = codes[r][c] >= 6 ? w[5] : w[0];
          table.append(m == 0 ? "" : ",").append(stays ? ground : entering[codes[row][column]]);
        }
        table.append("]");
      }
      table.append("]");
    }
    return table.append("]").toString();
  }

  /** Writes float64 in NumPy's format, version 1.0. */
  static void npy(Path file, double[] values, int... shape) throws IOException {
    String lengths =
        Arrays.toString(shape).replace("[", "(").replace("]", shape.length == 1 ? ",)" : ")");
    String header = "{'descr': '<f8', 'fortran_order': False, 'shape': " + lengths + ", }";
    header = header + " ".repeat(63 - (10 + header.length()) % 64) + "\n";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    out.write(header.length() & 0xff);
    out.write(header.length() >> 8);
    out.write(header.getBytes(StandardCharsets.US_ASCII));
    ByteBuffer data = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    data.asDoubleBuffer().put(values);
    out.write(data.array());
    Files.write(file, out.toByteArray());
  }
}
