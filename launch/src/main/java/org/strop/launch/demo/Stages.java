package org.strop.launch.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.strop.launch.run.RunFolder;

/** The stages of one seed, each a folder with a marker that is written last. */
final class Stages {
  private static final String MARKER = "done";

  private final Path folder;

  Stages(Path folder) {
    this.folder = folder;
  }

  /** Returns a stage's folder. */
  Path folder(String stage) {
    return folder.resolve(stage);
  }

  /** Returns whether a stage was finished, in this process or an earlier one. */
  boolean done(String stage) {
    return Files.exists(folder(stage).resolve(MARKER));
  }

  /** Runs a stage that can go on from what a killed one left, unless it was finished. */
  void resume(String stage, Runnable work) {
    if (!done(stage)) {
      work.run();
      RunFolder.write(folder(stage).resolve(MARKER), "");
    }
  }

  /** Runs a stage from an empty folder, unless it was finished. */
  void restart(String stage, Runnable work) {
    if (!done(stage)) {
      clear(folder(stage));
      resume(stage, work);
    }
  }

  private static void clear(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> inside = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : inside) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
