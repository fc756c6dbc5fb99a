package org.strop.launch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.dataset.DatasetInfo;
import org.strop.bridge.trajectory.dataset.DatasetWriter;
import org.strop.sim.rollout.DemonstrationFactory;
import org.strop.sim.task.TaskConfig;

/** Runs `strop` in this process or in one of its own. */
public record Cli(int exitCode, String out, String err) {
  private static final Path ROOT = Path.of(System.getProperty("strop.root"));

  /** Runs in this process. */
  public static Cli run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Strop.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
    return new Cli(code, out.toString(), err.toString());
  }

  /** Starts a process of its own; standard error and output go to a file. */
  public static Process start(Path log, List<String> args) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Dstrop.root=" + ROOT,
                "-cp",
                System.getProperty("java.class.path"),
                "org.strop.launch.cli.Strop"));
    command.addAll(args);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  /** Writes a dataset of n demonstrations. */
  public static Path demonstrations(Path folder, int n) {
    TaskConfig task = TaskConfig.load(ROOT.resolve("configs/tasks/peeling.yaml"), List.of());
    DatasetInfo info =
        new DatasetInfo(
            "peeling", 20, List.of(Channels.STATE, Channels.WRENCH, Channels.ACTION, Channels.CUT));
    try (DatasetWriter writer = DatasetWriter.create(folder, info)) {
      writer.addAll(DemonstrationFactory.demonstrate(task, n, 1));
    }
    return folder;
  }

  /** Returns the last line of standard output. */
  public String lastLine() {
    String[] lines = out.strip().split("\n", -1);
    return lines[lines.length - 1];
  }
}
