package org.strop.configs;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts {@code --set a.b=value} over a tree. */
final class Overrides {
  private final ProblemList problems;

  Overrides(ProblemList problems) {
    this.problems = problems;
  }

  /** Returns the tree with the overrides put over it, in order. */
  ConfigNode.Mapping apply(ConfigNode.Mapping root, List<String> overrides) {
    ConfigNode.Mapping result = root;
    for (String override : overrides) {
      result = apply(result, override);
    }
    return result;
  }

  private ConfigNode.Mapping apply(ConfigNode.Mapping root, String override) {
    String place = "--set " + override;
    int equals = override.indexOf('=');
    List<String> path =
        equals < 0 ? List.of("") : List.of(override.substring(0, equals).strip().split("\\.", -1));
    if (path.contains("")) {
      problems.add("an override is not of the form key=value.", place, "write --set a.b=value.");
      return root;
    }
    Optional<ConfigNode> value =
        YamlTree.read(override.substring(equals + 1), place, true, problems);
    if (value.isEmpty()) {
      return root;
    }
    return (ConfigNode.Mapping) put(root, path, value.get());
  }

  private ConfigNode put(ConfigNode node, List<String> path, ConfigNode value) {
    if (path.isEmpty()) {
      return value;
    }
    String key = path.get(0);
    List<String> rest = path.subList(1, path.size());
    if (node instanceof ConfigNode.Mapping mapping) {
      ConfigNode.Entry old = mapping.entries().get(key);
      ConfigNode inner =
          old == null ? new ConfigNode.Mapping(Map.of(), value.origin()) : old.value();
      ConfigNode changed = put(inner, rest, value);
      ConfigNode.Origin origin = old == null || rest.isEmpty() ? value.origin() : old.keyOrigin();
      return mapping.with(key, new ConfigNode.Entry(origin, changed));
    }
    if (node instanceof ConfigNode.Sequence list) {
      return putItem(list, key, rest, value);
    }
    String fix = "set the key above it, or check the spelling.";
    problems.add("key " + key + " is below a single value.", value.origin().place(), fix);
    return node;
  }

  private ConfigNode putItem(
      ConfigNode.Sequence list, String key, List<String> rest, ConfigNode value) {
    int index = key.matches("\\d{1,6}") ? Integer.parseInt(key) : -1;
    if (index < 0 || index >= list.items().size()) {
      String what = key + " is not an item of a list of " + list.items().size() + ".";
      String fix = "give an index from 0 on, or set the whole list.";
      problems.add(what, value.origin().place(), fix);
      return list;
    }
    return list.with(index, put(list.items().get(index), rest, value));
  }
}
