package org.strop.reward.recovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.strop.reward.regret.WorldPairs;
import org.strop.reward.world.Values;
import org.strop.reward.world.World;
import org.strop.reward.world.WorldSegment;

/**
 * Random pairs in a world and what a preference model says about them: starts and actions are drawn
 * evenly.
 *
 * @param first on the left
 * @param second on the right
 * @param labels 1: second preferred
 */
@SuppressWarnings("ArrayRecordComponent") // one owner, never compared
record LabelledPairs(List<WorldSegment> first, List<WorldSegment> second, double[] labels) {
  /** How labels are made. */
  record Source(LabelModel model, LabelNoise noise, int length, double gamma) {}

  /**
   * Draws pairs.
   *
   * @param keep which segments may be shown; others are drawn again
   */
  static LabelledPairs draw(
      RandomWorld task,
      Source source,
      int count,
      Predicate<WorldSegment> keep,
      SplittableRandom random) {
    double[] rewards = task.world().rewards(task.weights());
    double[] values = Values.optimal(task.world(), rewards, source.gamma());
    List<WorldSegment> first = new ArrayList<>();
    List<WorldSegment> second = new ArrayList<>();
    double[] labels = new double[count];
    for (int i = 0; i < count; i++) {
      first.add(segment(task.world(), source.length(), keep, random));
      second.add(segment(task.world(), source.length(), keep, random));
      double logit =
          source.model().score(second.get(i), task, rewards, values)
              - source.model().score(first.get(i), task, rewards, values);
      labels[i] = source.noise().label(logit, random);
    }
    return new LabelledPairs(first, second, labels);
  }

  private static WorldSegment segment(
      World world, int length, Predicate<WorldSegment> keep, SplittableRandom random) {
    int[] starts = world.starts();
    WorldSegment segment;
    do {
      int[] actions = random.ints(length, 0, world.actions()).toArray();
      segment = WorldSegment.walk(world, starts[random.nextInt(starts.length)], actions);
    } while (!keep.test(segment));
    return segment;
  }

  /** Returns the first pairs. */
  LabelledPairs head(int count) {
    return new LabelledPairs(
        first.subList(0, count), second.subList(0, count), Arrays.copyOf(labels, count));
  }

  /** Returns them as differences of features. */
  WorldPairs in(World world) {
    return new WorldPairs(world, first, second, labels);
  }
}
