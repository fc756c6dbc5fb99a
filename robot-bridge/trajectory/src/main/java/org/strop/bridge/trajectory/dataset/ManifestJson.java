package org.strop.bridge.trajectory.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.strop.bridge.trajectory.ChannelSpec;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/** Writes and reads {@code manifest.json}. */
final class ManifestJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private ManifestJson() {}

  static String write(DatasetManifest manifest) {
    ObjectNode root = JSON.createObjectNode();
    root.put("schema_version", DatasetManifest.SCHEMA_VERSION);
    root.put("name", manifest.info().name());
    root.put("rate_hz", manifest.info().rateHz());
    root.put("total_episodes", manifest.episodes().size());
    root.put("total_steps", manifest.totalSteps());
    ArrayNode channels = root.putArray("channels");
    for (ChannelSpec spec : manifest.info().channels()) {
      ObjectNode channel = channels.addObject();
      channel.put("key", spec.key()).put("frame", spec.frame());
      ArrayNode components = channel.putArray("components");
      List<ComponentStatistics> statistics =
          java.util.Objects.requireNonNull(manifest.statistics().get(spec.key()));
      for (int c = 0; c < spec.width(); c++) {
        component(components.addObject(), spec, c, statistics.get(c));
      }
    }
    ArrayNode episodes = root.putArray("episodes");
    manifest.episodes().forEach(entry -> episode(episodes.addObject(), entry));
    return root.toPrettyString() + "\n";
  }

  private static void component(
      ObjectNode node, ChannelSpec spec, int index, ComponentStatistics s) {
    node.put("name", spec.names().get(index)).put("unit", spec.units().get(index));
    node.put("count", s.count()).put("min", s.min()).put("max", s.max());
    node.put("mean", s.mean()).put("std", s.std());
    node.put("squared_deviation", s.squaredDeviation());
  }

  private static void episode(ObjectNode node, EpisodeEntry entry) {
    node.put("id", entry.id()).put("steps", entry.steps()).put("source", entry.source());
    node.put("bytes", entry.bytes()).put("sha256", entry.sha256());
  }

  /**
   * Returns the manifest that was written.
   *
   * @throws StropException CORRUPT_DATA or TOO_NEW
   */
  static DatasetManifest read(String text, Path file) {
    try {
      JsonNode root = JSON.readTree(text);
      checkVersion(integer(root, "schema_version"), file);
      List<ChannelSpec> specs = new ArrayList<>();
      SortedMap<String, List<ComponentStatistics>> statistics = new TreeMap<>();
      for (JsonNode channel : array(root, "channels")) {
        ChannelSpec spec = spec(channel);
        specs.add(spec);
        List<ComponentStatistics> components = new ArrayList<>();
        for (JsonNode component : array(channel, "components")) {
          components.add(statistics(component));
        }
        statistics.put(spec.key(), components);
      }
      List<EpisodeEntry> episodes = new ArrayList<>();
      for (JsonNode entry : array(root, "episodes")) {
        episodes.add(episode(entry));
      }
      DatasetInfo info = new DatasetInfo(text(root, "name"), number(root, "rate_hz"), specs);
      return new DatasetManifest(info, episodes, statistics);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      String reason =
          e instanceof JsonProcessingException j ? j.getOriginalMessage() : e.getMessage();
      throw new StropException(
          ErrorCode.CORRUPT_DATA,
          "the manifest is damaged: " + reason + ".",
          file.toString(),
          "copy it again from its source.",
          e);
    }
  }

  private static void checkVersion(long version, Path file) {
    if (version > DatasetManifest.SCHEMA_VERSION) {
      throw new StropException(
          ErrorCode.TOO_NEW,
          "the dataset has schema version "
              + version
              + ", but this release reads up to "
              + DatasetManifest.SCHEMA_VERSION
              + ".",
          file.toString(),
          "use the release that wrote it, or a newer one.");
    }
  }

  private static ChannelSpec spec(JsonNode channel) {
    List<String> names = new ArrayList<>();
    List<String> units = new ArrayList<>();
    for (JsonNode component : array(channel, "components")) {
      names.add(text(component, "name"));
      units.add(text(component, "unit"));
    }
    return new ChannelSpec(text(channel, "key"), names, units, text(channel, "frame"));
  }

  private static ComponentStatistics statistics(JsonNode node) {
    return new ComponentStatistics(
        integer(node, "count"),
        number(node, "min"),
        number(node, "max"),
        number(node, "mean"),
        number(node, "squared_deviation"));
  }

  private static EpisodeEntry episode(JsonNode node) {
    return new EpisodeEntry(
        text(node, "id"),
        Math.toIntExact(integer(node, "steps")),
        text(node, "source"),
        integer(node, "bytes"),
        text(node, "sha256"));
  }

  private static JsonNode array(JsonNode node, String key) {
    JsonNode value = node.path(key);
    return checked(value, value.isArray(), key, "a list");
  }

  private static String text(JsonNode node, String key) {
    JsonNode value = node.path(key);
    return checked(value, value.isTextual(), key, "text").textValue();
  }

  private static long integer(JsonNode node, String key) {
    JsonNode value = node.path(key);
    return checked(value, value.isIntegralNumber(), key, "an integer").longValue();
  }

  private static double number(JsonNode node, String key) {
    JsonNode value = node.path(key);
    return checked(value, value.isNumber(), key, "a number").doubleValue();
  }

  private static JsonNode checked(JsonNode value, boolean fits, String key, String expected) {
    if (!fits) {
      throw new IllegalArgumentException("key " + key + " must be " + expected);
    }
    return value;
  }
}
