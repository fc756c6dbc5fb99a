package org.strop.sim.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.strop.configs.StropException;
import org.strop.sim.PeelingTask;
import org.strop.sim.task.TaskConfig;

class PeelingCellTest {
  private final TaskConfig task = PeelingTask.load();
  private final float[] state = new float[7];
  private final float[] wrench = new float[6];
  private final float[] cut = new float[4];

  @Test
  void randomAndBrokenCommandsNeverLeadToNaN() {
    SplittableRandom random = new SplittableRandom(5);
    int ignored = 0;
    for (int episode = 0; episode < 60; episode++) {
      PeelingCell cell = new PeelingCell(task, TaskConfig.MIXED, episode);
      while (!cell.finished()) {
        cell.command(wild(random));
        cell.advanceTick();
        cell.observe(state, wrench, cut);
        for (float[] channel : new float[][] {state, wrench, cut}) {
          for (float value : channel) {
            assertThat(Float.isFinite(value)).isTrue();
          }
        }
      }
      ignored += cell.ignoredCommands();
    }
    assertThat(ignored).isPositive();
  }

  private static float[] wild(SplittableRandom random) {
    float[] pose = new float[7];
    for (int i = 0; i < 7; i++) {
      pose[i] = (float) (0.3 * random.nextGaussian());
    }
    if (random.nextInt(10) == 0) {
      pose[random.nextInt(7)] = random.nextBoolean() ? Float.NaN : Float.POSITIVE_INFINITY;
    }
    return pose;
  }

  @Test
  void theSameSeedGivesTheSameInstanceAndAnotherAnother() {
    Produce one = new PeelingCell(task, "potato", 8).produce();
    assertThat(new PeelingCell(task, "potato", 8).produce().workpiece()).isEqualTo(one.workpiece());
    assertThat(new PeelingCell(task, "potato", 9).produce().workpiece())
        .isNotEqualTo(one.workpiece());
  }

  @Test
  void anEpisodeEndsAtTheTimeLimitWhenTheBladeStays() {
    PeelingCell cell = new PeelingCell(task, "apple", 1);
    while (!cell.finished()) {
      cell.advanceTick();
    }
    assertThat(cell.outcome()).isEqualTo(PeelingCell.Outcome.TIME_LIMIT);
    assertThat(cell.tick()).isEqualTo(task.maxTicks());
  }

  @Test
  void unknownProduceIsToldWithTheKindsThereAre() {
    assertThatThrownBy(() -> new PeelingCell(task, "pineapple", 1))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("pineapple")
        .hasMessageContaining("[apple, cucumber, daikon, pear, potato, zucchini]");
  }

  @Test
  void aStepAllocatesNothing() {
    PeelingCell cell = new PeelingCell(task, "cucumber", 1);
    for (int i = 0; i < 200; i++) {
      cell.advanceSample(); // loads every class on the way
    }
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 500; i++) {
      cell.advanceSample();
    }
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(2000);
  }
}
