package org.strop.bridge.ros.ros1;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Assumptions;

/** Runs Debian's ROS tools against one master. Processes still running are killed at the end. */
final class RosTools implements AutoCloseable {
  private static final long TOOL_SECONDS = 60;

  private final URI master;
  private final Path folder;
  private final List<Process> processes = new ArrayList<>();

  RosTools(URI master, Path folder) {
    this.master = master;
    this.folder = folder;
  }

  /** Skips the test where ROS is missing, or fails if {@code -Dstrop.require} names it. */
  static void require() {
    boolean here =
        List.of("rosmaster", "rostopic", "rosbag", "rosnode", "rosservice", "rosparam").stream()
            .allMatch(tool -> Files.isExecutable(Path.of("/usr/bin", tool)));
    if (!here && List.of(System.getProperty("strop.require", "").split(",", -1)).contains("ros")) {
      throw new AssertionError("ROS 1 is required by -Dstrop.require, but not in /usr/bin");
    }
    Assumptions.assumeTrue(here, "skipped: no ROS 1 tools in /usr/bin (Debian: ros-core)");
  }

  /** Returns the path of one of our Python scripts. */
  static String script(String name) {
    return Path.of(System.getProperty("strop.root"), "robot-bridge/ros/src/test/python", name)
        .toString();
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Starts a tool; what it prints goes to the file. */
  Process start(Path output, String... command) throws IOException {
    List<String> all = new ArrayList<>(Arrays.asList(command));
    all.set(0, "/usr/bin/" + command[0]);
    ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true);
    builder.environment().keySet().removeIf(key -> key.startsWith("PYTHON"));
    builder.environment().put("ROS_MASTER_URI", master.toString());
    builder.environment().put("ROS_IP", "127.0.0.1");
    builder.environment().put("ROS_HOME", folder.toString());
    builder.environment().put("PYTHONUNBUFFERED", "1");
    Process process = builder.redirectOutput(output.toFile()).directory(folder.toFile()).start();
    processes.add(process);
    return process;
  }

  /** Starts a tool that runs until it is ended. */
  Process start(String... command) throws IOException {
    return start(Files.createTempFile(folder, command[0], ".log"), command);
  }

  /** Runs a tool to its end and returns what it printed. */
  String run(String... command) throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, command[0], ".log");
    Process process = start(output, command);
    boolean ended = process.waitFor(TOOL_SECONDS, TimeUnit.SECONDS);
    String text = Files.readString(output);
    if (!ended || process.exitValue() != 0) {
      throw new AssertionError(
          String.join(" ", command) + (ended ? " failed: " : " does not end: ") + text);
    }
    return text;
  }

  /**
   * Ends a tool as Ctrl-C does, which reaches its whole process group, and waits for all of it:
   * {@code rosbag} is a wrapper that may end before the recorder that it started.
   */
  static void interrupt(Process process) throws IOException, InterruptedException {
    List<ProcessHandle> group = new ArrayList<>(process.descendants().toList());
    group.add(process.toHandle());
    for (ProcessHandle member : group) {
      new ProcessBuilder("kill", "-INT", Long.toString(member.pid())).start().waitFor();
    }
    for (ProcessHandle member : group) {
      try {
        member.onExit().get(TOOL_SECONDS, TimeUnit.SECONDS);
      } catch (ExecutionException | TimeoutException e) {
        throw new AssertionError("process " + member.pid() + " does not end on SIGINT", e);
      }
    }
  }

  @Override
  public void close() {
    for (Process process : processes) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
