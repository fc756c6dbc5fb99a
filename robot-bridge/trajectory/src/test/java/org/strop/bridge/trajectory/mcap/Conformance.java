package org.strop.bridge.trajectory.mcap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** One file of the format's conformance suite, and what it holds. */
record Conformance(Path file, Set<String> features, List<Map<String, Object>> records) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static List<Conformance> all() {
    Path folder = Path.of(System.getProperty("strop.data", ""), "mcap-conformance");
    Assumptions.assumeTrue(
        Files.isDirectory(folder), "no conformance files: set -Dstrop.data to their folder");
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(f -> f.toString().endsWith(".json"))
          .sorted()
          .map(Conformance::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Conformance read(Path json) {
    try {
      JsonNode root = JSON.readTree(json.toFile());
      Set<String> features = new TreeSet<>();
      root.path("meta").path("variant").path("features").forEach(f -> features.add(f.asText()));
      List<Map<String, Object>> records = new java.util.ArrayList<>();
      root.path("records").forEach(r -> records.add(fields(r)));
      String name = json.getFileName().toString().replace(".json", ".mcap");
      return new Conformance(json.resolveSibling(name), features, records);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> fields(JsonNode record) {
    Map<String, Object> fields = new java.util.TreeMap<>();
    fields.put("type", record.path("type").asText());
    for (JsonNode field : record.path("fields")) {
      fields.put(field.get(0).asText(), JSON.convertValue(field.get(1), Object.class));
    }
    return fields;
  }

  Object field(String type, String name) {
    return records.stream()
        .filter(r -> type.equals(r.get("type")))
        .findFirst()
        .map(r -> java.util.Objects.requireNonNull(r.get(name)))
        .orElseThrow();
  }

  /** Returns a record in the words of the suite. */
  static Map<String, Object> words(McapRecord record) {
    Map<String, Object> words = new java.util.TreeMap<>();
    words.put("type", record.getClass().getSimpleName());
    for (var component : record.getClass().getRecordComponents()) {
      try {
        component.getAccessor().setAccessible(true);
        words.put(name(component.getName()), value(component.getAccessor().invoke(record)));
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }
    return words;
  }

  private static String name(String component) {
    String snake = component.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
    return switch (snake) {
      case "log_time_nanos", "publish_time_nanos", "create_time_nanos" ->
          snake.replace("_nanos", "");
      case "start_time_nanos" -> "message_start_time";
      case "end_time_nanos" -> "message_end_time";
      case "chunk_start" -> "chunk_start_offset";
      default -> snake;
    };
  }

  private static Object value(Object value) {
    if (value instanceof ByteBuffer buffer) {
      List<String> bytes = new java.util.ArrayList<>();
      ByteBuffer copy = buffer.duplicate();
      while (copy.hasRemaining()) {
        bytes.add(Integer.toString(copy.get() & 0xff));
      }
      return bytes;
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, String> strings = new LinkedHashMap<>();
      map.forEach((k, v) -> strings.put(k.toString(), v.toString()));
      return strings;
    }
    return value instanceof Integer i && i < 0 ? Integer.toUnsignedString(i) : value.toString();
  }

  @Override
  public String toString() {
    return file.getFileName().toString();
  }
}
