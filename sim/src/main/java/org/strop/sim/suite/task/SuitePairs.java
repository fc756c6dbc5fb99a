package org.strop.sim.suite.task;

import java.nio.file.Path;
import java.util.List;
import org.strop.configs.ConfigLoader;
import org.strop.configs.DidYouMean;
import org.strop.configs.ErrorCode;
import org.strop.configs.SelfChecking;
import org.strop.configs.StropException;

/**
 * Which tasks' behaviours correspond, and which do not, so that transfer can be measured on both: a
 * method must gain on the first and be able to notice the second.
 *
 * @param pairs of tasks, with the reason
 */
public record SuitePairs(List<Pair> pairs) implements SelfChecking {
  /** Copies the list. */
  public SuitePairs {
    pairs = List.copyOf(pairs);
  }

  /**
   * A source task whose preferences may be carried to a target task.
   *
   * @param source has labels
   * @param target has none
   * @param corresponds whether better in the one is like better in the other
   * @param reason why
   */
  public record Pair(String source, String target, boolean corresponds, String reason) {}

  @Override
  public void check(Problems problems) {
    for (Pair pair : pairs) {
      if (pair.source().equals(pair.target())) {
        problems.add("pairs", "pairs " + pair.source() + " with itself", "name two tasks");
      }
    }
    long distinct = pairs.stream().map(p -> p.source() + " " + p.target()).distinct().count();
    if (distinct < pairs.size()) {
      problems.add("pairs", "names a pair twice", "name each once");
    }
  }

  /**
   * Loads the pairs, usually {@code configs/tasks/suite_pairs.yaml}.
   *
   * @throws StropException CONFIG if a pair names a task that the suite does not have
   */
  public static SuitePairs load(Path file, SuiteTasks suite) {
    SuitePairs all = ConfigLoader.load(file, List.of(), SuitePairs.class).value();
    for (Pair pair : all.pairs) {
      require(pair.source(), suite, file);
      require(pair.target(), suite, file);
    }
    return all;
  }

  private static void require(String task, SuiteTasks suite, Path file) {
    if (!suite.names().contains(task)) {
      throw new StropException(
          ErrorCode.CONFIG,
          "there is no task " + task + ".",
          file + ", key pairs",
          DidYouMean.nearest(task, suite.names())
              .map(n -> "did you mean " + n + "?")
              .orElse("choose one of " + String.join(", ", suite.names()) + "."));
    }
  }

  /** Returns the pairs that correspond, or those that do not. */
  public List<Pair> corresponding(boolean yes) {
    return pairs.stream().filter(p -> p.corresponds() == yes).toList();
  }
}
