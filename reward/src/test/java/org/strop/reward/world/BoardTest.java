package org.strop.reward.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class BoardTest {
  private static final Board BOARD = TestBoards.of("..c", ".#X", "..G");
  private static final World WORLD = BOARD.world();

  @Test
  void edgesAndBlockedCellsKeepTheAgentAndCostWhatTheCellSays() {
    int corner = BOARD.state(0, 0);
    assertThat(WORLD.next(corner, Move.UP.ordinal())).isEqualTo(corner);
    assertThat(WORLD.next(BOARD.state(1, 0), Move.RIGHT.ordinal())).isEqualTo(BOARD.state(1, 0));
    int coin = BOARD.state(0, 2);
    assertThat(BOARD.bumps(coin, Move.UP)).isTrue();
    assertThat(WORLD.feature(coin, Move.UP.ordinal(), 0)).isOne();
    assertThat(WORLD.feature(coin, Move.UP.ordinal(), 3)).as("bumping takes no coin").isZero();
    assertThat(WORLD.feature(BOARD.state(0, 1), Move.RIGHT.ordinal(), 3)).isOne();
  }

  @Test
  void terminalStatesAbsorbWithZeroFeatures() {
    int goal = BOARD.state(2, 2);
    WorldSegment segment = WorldSegment.walk(WORLD, BOARD.state(2, 1), 3, 0, 3);
    assertThat(segment.last()).isEqualTo(goal);
    assertThat(segment.features(WORLD)).containsExactly(0, 1, 0, 0);
  }

  @Test
  void startsAreTheCellsThatOneCanStandOn() {
    assertThat(WORLD.starts()).containsExactly(0, 1, 2, 3, 6, 7);
  }

  @Test
  void boardsThatCannotBeAreRefused() {
    Cell road = new Cell(false, false, 1, 1);
    assertThatThrownBy(() -> new Board(2, 1, List.of(road, road, road)))
        .hasMessageContaining("3 cells in rows of 2");
    assertThatThrownBy(() -> new Board(1, 1, List.of(new Cell(false, false, 2, 0))))
        .hasMessageContaining("past number 0");
    assertThatThrownBy(() -> new Cell(true, true, 0, 0)).hasMessageContaining("blocked");
  }
}
