package org.strop.sim.suite.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.strop.configs.DidYouMean;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/** The suite: the task files of a folder, by name. */
public final class SuiteTasks {
  private static final String YAML = ".yaml";

  private final Path folder;
  private final List<String> names;

  private SuiteTasks(Path folder, List<String> names) {
    this.folder = folder;
    this.names = names;
  }

  /**
   * Lists the tasks of a folder, usually {@code configs/tasks/suite}.
   *
   * @throws StropException MISSING_DATA if there is no such folder
   */
  public static SuiteTasks in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return new SuiteTasks(
          folder,
          files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(name -> name.endsWith(YAML))
              .map(name -> name.substring(0, name.length() - YAML.length()))
              .sorted()
              .toList());
    } catch (IOException e) {
      throw new StropException(
          ErrorCode.MISSING_DATA,
          "the folder of the suite's tasks can't be read: " + e.getMessage() + ".",
          folder.toString(),
          "name the folder configs/tasks/suite of an installation.",
          e);
    }
  }

  /** Returns the names of the tasks, in alphabetical order. */
  public List<String> names() {
    return names;
  }

  /**
   * Loads a task.
   *
   * @param overrides each {@code key=value}, as in {@link org.strop.configs.ConfigLoader#load}
   * @throws StropException USAGE, with the nearest name, if there is none of that name; CONFIG with
   *     everything that is wrong in its file
   */
  public SuiteTask load(String name, List<String> overrides) {
    if (!names.contains(name)) {
      Optional<String> near = DidYouMean.nearest(name, names);
      throw new StropException(
          ErrorCode.USAGE,
          "there is no task " + name + ".",
          folder.toString(),
          near.map(n -> "did you mean " + n + "?")
              .orElse("choose one of " + String.join(", ", names) + "."));
    }
    return SuiteTask.load(folder.resolve(name + YAML), overrides);
  }

  /** Loads a task as it ships; see {@link #load(String, List)}. */
  public SuiteTask load(String name) {
    return load(name, List.of());
  }
}
