package org.strop.reward.knox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.reward.world.Board;
import org.strop.reward.world.Cell;
import org.strop.reward.world.Move;
import org.strop.reward.world.World;

/**
 * A delivery task as published: {@code board.json}, rows of cell codes, and {@code rewards.json},
 * rows of cells of one reward a move (up, down, left, right).
 *
 * @param board the cells
 * @param world its transitions and features
 * @param weights of the features, as the reward table has them
 * @param disagreements entries of the table that are not what rules and weights give
 */
@SuppressWarnings("ArrayRecordComponent") // one owner, never compared
public record DeliveryTask(Board board, World world, double[] weights, List<String> disagreements) {
  /** Copies. */
  public DeliveryTask {
    weights = weights.clone();
    disagreements = List.copyOf(disagreements);
  }

  /** Returns a copy of the weights. */
  @Override
  public double[] weights() {
    return weights.clone();
  }

  /**
   * Reads a task.
   *
   * @throws StropException if a file is missing, is not what it should be, or does not tell the
   *     weight of a feature that the board has
   */
  public static DeliveryTask read(Path folder) {
    Board board = board(rows(folder.resolve("board.json")), folder.resolve("board.json"));
    World world = board.world();
    Path table = folder.resolve("rewards.json");
    double[] rewards = rewards(rows(table), board, table);
    double[] weights = RewardTable.weights(world, rewards, table);
    double[] expected = world.rewards(weights);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < rewards.length; i++) {
      int state = i / world.actions();
      if (!world.terminal(state)
          && !board.cells().get(state).blocked()
          && Math.abs(rewards[i] - expected[i]) > 1e-9) {
        wrong.add(
            "cell ("
                + state / board.columns()
                + ", "
                + state % board.columns()
                + ") "
                + Move.values()[i % world.actions()]
                + ": table "
                + rewards[i]
                + ", rules "
                + expected[i]);
      }
    }
    return new DeliveryTask(board, world, weights, wrong);
  }

  private static Board board(JsonNode rows, Path file) {
    List<Cell> cells = new ArrayList<>();
    int columns = rows.path(0).size();
    for (JsonNode row : rows) {
      require(row.size() == columns && columns > 0, "rows differ in length", file);
      row.forEach(code -> cells.add(DeliveryRules.cell(code.asDouble(-1), file.toString())));
    }
    return new Board(columns, DeliveryRules.FEATURES, cells);
  }

  private static double[] rewards(JsonNode rows, Board board, Path file) {
    int moves = Move.values().length;
    double[] rewards = new double[board.cells().size() * moves];
    require(rows.size() == board.rows(), "has " + rows.size() + " rows, not the board's", file);
    for (int i = 0; i < rewards.length; i++) {
      int state = i / moves;
      JsonNode value =
          rows.path(state / board.columns()).path(state % board.columns()).path(i % moves);
      require(value.isNumber(), "has no number for cell " + state + ", move " + i % moves, file);
      rewards[i] = value.asDouble();
    }
    return rewards;
  }

  private static JsonNode rows(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new StropException(
          ErrorCode.MISSING_DATA,
          "there is no " + file.getFileName(),
          file.toAbsolutePath().toString(),
          "name the folder of the published files with --data");
    }
    try {
      JsonNode rows = new ObjectMapper().readTree(file.toFile());
      require(rows != null && rows.isArray() && !rows.isEmpty(), "is not a list of rows", file);
      return rows;
    } catch (IOException e) {
      throw new StropException(
          ErrorCode.CORRUPT_DATA,
          file.getFileName() + " is not JSON: " + e.getMessage(),
          file.toString(),
          "copy the file again",
          e);
    }
  }

  private static void require(boolean holds, String what, Path file) {
    if (!holds) {
      throw new StropException(
          ErrorCode.CORRUPT_DATA,
          file.getFileName() + " " + what,
          file.toString(),
          "copy the file again");
    }
  }
}
