package org.strop.bridge.trajectory;

import java.util.List;

/**
 * What a channel of a trajectory holds: its key, and per component a name and a unit.
 *
 * @param key the field's key, for example {@code observation.state}
 * @param names one per component, for example {@code x}; their number is the channel's width
 * @param units one per component, SI, for example {@code m}; {@code 1} where there is none
 * @param frame coordinate frame of the values, for example {@code world}; empty where none applies
 */
public record ChannelSpec(String key, List<String> names, List<String> units, String frame) {
  /** Checks that each component has a name and a unit. */
  public ChannelSpec {
    names = List.copyOf(names);
    units = List.copyOf(units);
    if (key.isBlank() || names.isEmpty() || names.size() != units.size()) {
      throw new IllegalArgumentException(
          "channel '" + key + "' has " + names.size() + " names and " + units.size() + " units");
    }
  }

  /** Returns the number of components. */
  public int width() {
    return names.size();
  }
}
