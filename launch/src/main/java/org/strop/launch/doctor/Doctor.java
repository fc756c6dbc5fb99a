package org.strop.launch.doctor;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.strop.launch.doctor.Check.Status;

/** Checks what Strop needs from a machine. */
public final class Doctor {
  private static final long GIB = 1L << 30;
  private static final int CONNECT_TIMEOUT_MILLIS = 1000;

  private final Map<String, String> environment;
  private final Path root;

  /** Creates a doctor for this machine, its environment variables and the installation's root. */
  public Doctor(Map<String, String> environment, Path root) {
    this.environment = Map.copyOf(environment);
    this.root = root;
  }

  /** Runs all checks, in the order shown. Takes at most a few seconds. */
  public List<Check> examine() {
    return List.of(
        jdk(),
        memory(),
        cores(),
        disk(),
        gpu(),
        ros(),
        port("ROS master", 11311),
        port("panel", 8090));
  }

  private static Check jdk() {
    int version = Runtime.version().feature();
    boolean compiler = javax.tools.ToolProvider.getSystemJavaCompiler() != null;
    String found = "Java " + Runtime.version() + (compiler ? "" : ", no compiler");
    return version >= 17 && compiler
        ? Check.ok("JDK", found)
        : new Check("JDK", Status.FAIL, found, "install a JDK 17 or newer (not only a JRE)");
  }

  private static Check memory() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    double gib = (double) system.getTotalMemorySize() / GIB;
    String found = String.format(java.util.Locale.ROOT, "%.1f GiB", gib);
    return gib >= 4
        ? Check.ok("memory", found)
        : new Check(
            "memory",
            Status.FAIL,
            found,
            "use a machine with 4 GiB or more; the demo takes up to 3");
  }

  private static Check cores() {
    int n = Runtime.getRuntime().availableProcessors();
    return n >= 2
        ? Check.ok("cores", n + "")
        : new Check(
            "cores", Status.NOTE, n + "", "expect the demo to take twice as long; give it 2 cores");
  }

  private Check disk() {
    try {
      double gib = (double) Files.getFileStore(root).getUsableSpace() / GIB;
      String found = String.format(java.util.Locale.ROOT, "%.1f GiB free at %s", gib, root);
      return gib >= 3
          ? Check.ok("disk", found)
          : new Check(
              "disk", Status.FAIL, found, "free 3 GiB: libraries take 1.5, a run about 0.2");
    } catch (IOException e) {
      return new Check("disk", Status.FAIL, e.toString(), "make " + root + " readable");
    }
  }

  private static Check gpu() {
    boolean driver = Files.exists(Path.of("/proc/driver/nvidia/version"));
    return driver
        ? Check.ok("GPU", "NVIDIA driver found; choose it with --set device=cuda")
        : new Check(
            "GPU", Status.NOTE, "none", "none needed: training runs on the CPU (device: cpu)");
  }

  private Check ros() {
    String uri = environment.getOrDefault("ROS_MASTER_URI", "");
    if (uri.isEmpty()) {
      return new Check(
          "ROS",
          Status.NOTE,
          "ROS_MASTER_URI is not set",
          "none needed for the demo (it brings a master); for a robot: export"
              + " ROS_MASTER_URI=http://HOST:11311");
    }
    try (Socket socket = new Socket()) {
      URI master = URI.create(uri);
      socket.connect(
          new InetSocketAddress(master.getHost(), master.getPort()), CONNECT_TIMEOUT_MILLIS);
      return Check.ok("ROS", "master answers at " + uri);
    } catch (IOException | IllegalArgumentException e) {
      return new Check(
          "ROS",
          Status.FAIL,
          "no master at " + uri + " (" + e.getMessage() + ")",
          "start roscore there, or correct ROS_MASTER_URI");
    }
  }

  private static Check port(String use, int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return Check.ok("port " + socket.getLocalPort(), "free (" + use + ")");
    } catch (IOException e) {
      return new Check(
          "port " + port,
          Status.NOTE,
          "taken (" + use + ")",
          "stop what listens there (ss -ltnp), or choose another with --port");
    }
  }
}
