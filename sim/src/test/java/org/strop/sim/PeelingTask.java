package org.strop.sim;

import java.nio.file.Path;
import java.util.List;
import org.strop.sim.task.TaskConfig;

/** The task that ships, for tests. */
public final class PeelingTask {
  private PeelingTask() {}

  /** Returns the repository's root. */
  public static Path root() {
    return Path.of(System.getProperty("strop.root", ".."));
  }

  /** Loads {@code configs/tasks/peeling.yaml}, with overrides. */
  public static TaskConfig load(String... overrides) {
    return TaskConfig.load(root().resolve("configs/tasks/peeling.yaml"), List.of(overrides));
  }
}
