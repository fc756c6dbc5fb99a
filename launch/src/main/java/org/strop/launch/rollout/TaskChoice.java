package org.strop.launch.rollout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.strop.configs.DidYouMean;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.launch.run.Installation;
import org.strop.sim.suite.act.Quality;
import org.strop.sim.suite.task.SuiteTasks;

/** What {@code --task} and {@code --policy} may be. */
public final class TaskChoice {
  /** The peeling task. */
  public static final String PEELING = "peeling";

  /** Every task of the suite. */
  public static final String ALL = "all";

  private TaskChoice() {}

  /** Returns the suite that ships. */
  public static SuiteTasks suite() {
    return SuiteTasks.in(Installation.config("tasks/suite"));
  }

  /**
   * Checks a task's name.
   *
   * @throws StropException USAGE, with the nearest name, if there is no such task
   */
  public static void require(String task) {
    List<String> choices = new ArrayList<>(suite().names());
    choices.add(PEELING);
    choices.add(ALL);
    require("task", task, choices);
  }

  /**
   * Returns the grade of that name.
   *
   * @throws StropException USAGE, with the nearest name, if there is no such grade
   */
  public static Quality quality(String option, String word) {
    require(option, word, Arrays.stream(Quality.values()).map(Quality::word).toList());
    return Quality.valueOf(word.toUpperCase(java.util.Locale.ROOT));
  }

  static void require(String what, String name, List<String> choices) {
    if (!choices.contains(name)) {
      throw new StropException(
          ErrorCode.USAGE,
          "there is no " + what + " " + name + ".",
          "option --" + what,
          DidYouMean.nearest(name, choices)
              .map(near -> "did you mean " + near + "?")
              .orElse("choose one of " + String.join(", ", choices) + "."));
    }
  }
}
