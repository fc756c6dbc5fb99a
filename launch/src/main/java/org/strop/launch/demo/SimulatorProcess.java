package org.strop.launch.demo;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.strop.launch.run.PeakMemory;

/**
 * The simulator as a process of its own, which talks to us over ROS only. It ends when this process
 * does, however that ends: it watches its standard input.
 */
public final class SimulatorProcess implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 5;

  private final Process process;
  private final PeakMemory memory;

  private SimulatorProcess(Process process, PeakMemory memory) {
    this.process = process;
    this.memory = memory;
  }

  /**
   * Starts {@code strop sim run} against a master.
   *
   * @param log where its standard error goes
   */
  public static SimulatorProcess start(URI master, Path task, Path log, PeakMemory memory) {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx192m",
            "-cp",
            System.getProperty("java.class.path"),
            "org.strop.launch.cli.Strop",
            "sim",
            "run",
            "--master",
            master.toString(),
            "--config",
            task.toString(),
            "--until-stdin-closes");
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.redirectOutput(new File("/dev/null"));
      return new SimulatorProcess(builder.start(), memory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns its process id. */
  public long pid() {
    return process.pid();
  }

  /** Ends the process: politely, then by force. */
  @Override
  public void close() {
    memory.read("simulator", process.pid());
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
