package org.strop.bridge.trajectory.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.strop.bridge.trajectory.ChannelSpec;

/**
 * The words that go beside a channel in an MCAP file: {@code names} and {@code units} as JSON
 * arrays, {@code frame} as it is. People and other tools can read them, and nothing is lost.
 */
public final class ChannelWords {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ChannelWords() {}

  /** Returns the words of a channel. */
  public static Map<String, String> of(ChannelSpec spec) {
    return Map.of(
        "names", array(spec.names()), "units", array(spec.units()), "frame", spec.frame());
  }

  /**
   * Returns the channel that the words describe; empty where they describe none.
   *
   * @throws IllegalArgumentException if they do so wrongly
   */
  public static Optional<ChannelSpec> spec(String key, Map<String, String> words) {
    String names = words.get("names");
    String units = words.get("units");
    if (names == null || units == null) {
      return Optional.empty();
    }
    return Optional.of(
        new ChannelSpec(key, list(names), list(units), words.getOrDefault("frame", "")));
  }

  private static String array(List<String> words) {
    try {
      return JSON.writeValueAsString(words);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a list of words is always JSON", e);
    }
  }

  private static List<String> list(String json) {
    try {
      return List.of(JSON.readValue(json, String[].class));
    } catch (JsonProcessingException | NullPointerException e) {
      throw new IllegalArgumentException("not a JSON array of words: " + json, e);
    }
  }
}
