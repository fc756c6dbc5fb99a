package org.strop.configs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads YAML text into a {@link ConfigNode}.
 *
 * <p>Text from a stranger is safe to read: depth, number of values (after aliases are expanded) and
 * documents are limited, and tags, which could name classes, are refused.
 */
final class YamlTree {
  static final int MAX_DEPTH = 40;
  static final int MAX_NODES = 20_000;

  private final String name;
  private final boolean override;
  private final ProblemList problems;
  private int nodes;

  private YamlTree(String name, boolean override, ProblemList problems) {
    this.name = name;
    this.override = override;
    this.problems = problems;
  }

  /**
   * Returns the tree, or empty after a problem was reported.
   *
   * @param name the file, or the whole override; told in errors
   */
  static Optional<ConfigNode> read(
      String text, String name, boolean override, ProblemList problems) {
    YamlTree tree = new YamlTree(name, override, problems);
    try {
      if (!tree.withinLimits(text)) {
        return Optional.empty();
      }
      Optional<Node> root = new Compose(settings()).composeString(text);
      if (root.isEmpty()) {
        return Optional.of(new ConfigNode.Scalar("", true, tree.origin(Optional.empty())));
      }
      return Optional.of(tree.convert(root.get(), 0));
    } catch (MarkedYamlEngineException e) {
      Optional<Mark> mark = e.getProblemMark();
      tree.fail("not YAML: " + e.getProblem() + ".", mark, "mend the syntax there.");
    } catch (YamlEngineException e) {
      tree.fail("not YAML: " + e.getMessage() + ".", Optional.empty(), "mend the syntax.");
    }
    return Optional.empty();
  }

  private static LoadSettings settings() {
    return LoadSettings.builder().setMaxAliasesForCollections(50).setUseMarks(true).build();
  }

  /** Looks at the events one by one, because composing a deep tree would recurse. */
  private boolean withinLimits(String text) {
    int depth = 0;
    int documents = 0;
    for (Event event : new Parse(settings()).parseString(text)) {
      if (event instanceof CollectionStartEvent start) {
        depth++;
        refuseTag(start.getTag(), event);
      } else if (event instanceof CollectionEndEvent) {
        depth--;
      } else if (event instanceof ScalarEvent scalar) {
        refuseTag(scalar.getTag(), event);
      } else if (event instanceof DocumentStartEvent) {
        documents++;
      }
      if (depth > MAX_DEPTH || documents > 1) {
        String what = documents > 1 ? "a second document" : "nested deeper than " + MAX_DEPTH;
        fail(what + ".", event.getStartMark(), "write one flat document.");
        return false;
      }
    }
    return true;
  }

  private void refuseTag(Optional<String> tag, Event event) {
    if (tag.isPresent()) {
      fail("tag " + tag.get() + " is not supported.", event.getStartMark(), "remove the tag.");
    }
  }

  private ConfigNode convert(Node node, int depth) {
    if (depth > MAX_DEPTH || ++nodes > MAX_NODES) {
      throw new YamlEngineException(
          "more than " + MAX_DEPTH + " levels or " + MAX_NODES + " values after aliases");
    }
    ConfigNode.Origin origin = origin(node.getStartMark());
    if (node instanceof ScalarNode scalar) {
      boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
      return new ConfigNode.Scalar(scalar.getValue(), plain, origin);
    }
    if (node instanceof SequenceNode sequence) {
      return new ConfigNode.Sequence(
          sequence.getValue().stream().map(item -> convert(item, depth + 1)).toList(), origin);
    }
    return mapping((MappingNode) node, depth, origin);
  }

  private ConfigNode mapping(MappingNode node, int depth, ConfigNode.Origin origin) {
    Map<String, ConfigNode.Entry> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      ConfigNode.Origin keyOrigin = origin(tuple.getKeyNode().getStartMark());
      ConfigNode value = convert(tuple.getValueNode(), depth + 1);
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problems.add("a key is not a word.", keyOrigin.place(), "write a word before the colon.");
        continue;
      }
      ConfigNode.Entry before =
          entries.putIfAbsent(key.getValue(), new ConfigNode.Entry(keyOrigin, value));
      if (before != null) {
        String what = "key " + key.getValue() + " is given twice, first at ";
        problems.add(
            what + before.keyOrigin().place() + ".", keyOrigin.place(), "keep one of the two.");
      }
    }
    return new ConfigNode.Mapping(entries, origin);
  }

  private void fail(String what, Optional<Mark> mark, String fix) {
    problems.add(what, origin(mark).place(), fix);
  }

  private ConfigNode.Origin origin(Optional<Mark> mark) {
    if (override) {
      return new ConfigNode.Origin(name, true);
    }
    return ConfigNode.Origin.file(name, mark.map(m -> m.getLine() + 1).orElse(1));
  }
}
