package org.strop.launch.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The most memory that this process and its children ever held at once, at worst: the sum of each
 * one's peak resident set. Thread-safe.
 */
public final class PeakMemory {
  private final Map<String, Long> peakKib = new ConcurrentHashMap<>();

  /** Reads the peak of a process that still runs; processes of one name do not run at once. */
  public void read(String name, long pid) {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    try {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmHWM:")) {
          long kib = Long.parseLong(line.replaceAll("\\D", ""));
          peakKib.merge(name, kib, Math::max);
        }
      }
    } catch (IOException e) {
      peakKib.putIfAbsent(name, 0L); // not Linux, or the process is gone
    }
  }

  /** Returns the sum of the peaks, MiB, this process included; 0 where the system does not tell. */
  public long mebibytes() {
    read("this", ProcessHandle.current().pid());
    return peakKib.values().stream().mapToLong(Long::longValue).sum() / 1024;
  }
}
