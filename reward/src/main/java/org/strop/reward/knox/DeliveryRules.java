package org.strop.reward.knox;

import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.reward.world.Cell;

/**
 * What the codes of a delivery board mean (METHODS 2).
 *
 * <p>A code is the object's code, plus 6 where the ground is mud: 0 road, 1 goal, 2 house, 3 sheep,
 * 4 coin, 5 roadblock. Entering costs the ground's bit (gas on a road, mud on mud) and the
 * object's; goal and sheep end the episode and count alone. Bumping into an edge or a house costs
 * the ground's bit of the cell that one stays in. Coins stay where they are.
 */
final class DeliveryRules {
  static final int FEATURES = 6;
  static final int GAS = 1;
  static final int GOAL = 1 << 1;
  static final int SHEEP = 1 << 2;
  static final int COIN = 1 << 3;
  static final int ROADBLOCK = 1 << 4;
  static final int MUD = 1 << 5;

  private static final int CODES = 12;
  private static final int MUD_OFFSET = 6;

  private DeliveryRules() {}

  /**
   * Returns what a code stands for.
   *
   * @throws StropException if there is no such code
   */
  static Cell cell(double code, String where) {
    if (!(code >= 0 && code < CODES) || code != Math.rint(code)) {
      throw new StropException(
          ErrorCode.CORRUPT_DATA,
          "cell code " + code + " is unknown; codes are 0 to " + (CODES - 1),
          where,
          "give a board of the delivery domain");
    }
    int ground = code >= MUD_OFFSET ? MUD : GAS;
    return switch ((int) code % MUD_OFFSET) {
      case 1 -> new Cell(false, true, GOAL, 0);
      case 2 -> new Cell(true, false, 0, 0);
      case 3 -> new Cell(false, true, SHEEP, 0);
      case 4 -> new Cell(false, false, ground | COIN, ground);
      case 5 -> new Cell(false, false, ground | ROADBLOCK, ground);
      default -> new Cell(false, false, ground, ground);
    };
  }
}
