package org.strop.policy.train;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Metrics of a run: one JSON object per line in {@code metrics.jsonl}, and the same numbers as
 * TensorBoard events. Names: {@code losses/...}, {@code charts/...}.
 */
public final class MetricsLog implements AutoCloseable {
  /** Name of the file of lines. */
  public static final String FILE = "metrics.jsonl";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final BufferedWriter lines;
  private final EventFile events;

  private MetricsLog(BufferedWriter lines, EventFile events) {
    this.lines = lines;
    this.events = events;
  }

  /**
   * Opens the metrics of a run that goes on after a number of steps; later lines, of a sitting that
   * was killed, are dropped.
   *
   * @param stepsDone 0 for a new run
   */
  public static MetricsLog open(Path runFolder, long stepsDone) throws IOException {
    Path file = runFolder.resolve(FILE);
    Path kept = runFolder.resolve("." + FILE + ".new");
    Files.write(kept, keep(file, stepsDone), StandardCharsets.UTF_8);
    Files.move(kept, file, StandardCopyOption.ATOMIC_MOVE);
    BufferedWriter writer =
        Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    return new MetricsLog(writer, EventFile.create(runFolder, stepsDone));
  }

  private static List<String> keep(Path file, long stepsDone) throws IOException {
    List<String> kept = new ArrayList<>();
    if (stepsDone == 0 || !Files.exists(file)) {
      return kept;
    }
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      if (!line.endsWith("}") || JSON.readTree(line).path("step").asLong() > stepsDone) {
        break; // cut by a kill, or after the checkpoint
      }
      kept.add(line);
    }
    return kept;
  }

  /**
   * Appends the metrics of a step and hands them to the operating system.
   *
   * @param step number of steps made
   */
  public void write(long step, SortedMap<String, Double> values) throws IOException {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("step", step);
    line.putAll(values);
    lines.write(JSON.writeValueAsString(line));
    lines.write('\n');
    lines.flush();
    for (Map.Entry<String, Double> e : values.entrySet()) {
      events.scalar(step, e.getKey(), e.getValue());
    }
    events.flush();
  }

  @Override
  public void close() throws IOException {
    try (EventFile closing = events) {
      closing.flush();
      lines.close();
    }
  }
}
