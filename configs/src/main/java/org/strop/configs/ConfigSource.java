package org.strop.configs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a file and the one that it extends, merged. */
final class ConfigSource {
  static final long MAX_BYTES = 1 << 20;
  private static final String EXTENDS = "extends";

  private final ProblemList problems;

  ConfigSource(ProblemList problems) {
    this.problems = problems;
  }

  /** Returns the merged tree, or empty after a problem was reported. */
  Optional<ConfigNode.Mapping> read(Path file) {
    Optional<ConfigNode.Mapping> own = readOne(file);
    if (own.isEmpty() || !own.get().entries().containsKey(EXTENDS)) {
      return own;
    }
    ConfigNode.Entry link = entry(own.get());
    ConfigNode.Mapping rest = own.get().without(EXTENDS);
    if (!(link.value() instanceof ConfigNode.Scalar name) || name.isNull()) {
      String fix = "write the name of one YAML file, relative to this one.";
      problems.add("extends is not a file name.", link.keyOrigin().where(EXTENDS), fix);
      return Optional.of(rest);
    }
    return readOne(base(file, name)).map(base -> merge(onlyOneLevel(base), rest));
  }

  private static ConfigNode.Entry entry(ConfigNode.Mapping mapping) {
    return java.util.Objects.requireNonNull(mapping.entries().get(EXTENDS));
  }

  private Path base(Path file, ConfigNode.Scalar name) {
    Path base = file.resolveSibling(name.text()).normalize();
    if (!Files.isRegularFile(base)) {
      throw missing(base, name.origin().where(EXTENDS));
    }
    return base;
  }

  private ConfigNode.Mapping onlyOneLevel(ConfigNode.Mapping base) {
    if (!base.entries().containsKey(EXTENDS)) {
      return base;
    }
    String fix = "remove extends from the file that is extended; one level is supported.";
    String where = entry(base).keyOrigin().where(EXTENDS);
    problems.add("an extended file extends another.", where, fix);
    return base.without(EXTENDS);
  }

  /** Returns the mapping with the values of {@code over} put over those of {@code base}. */
  static ConfigNode.Mapping merge(ConfigNode.Mapping base, ConfigNode.Mapping over) {
    ConfigNode.Mapping merged = new ConfigNode.Mapping(base.entries(), over.origin());
    for (Map.Entry<String, ConfigNode.Entry> e : over.entries().entrySet()) {
      ConfigNode.Entry old = base.entries().get(e.getKey());
      ConfigNode value = e.getValue().value();
      if (old != null
          && old.value() instanceof ConfigNode.Mapping b
          && value instanceof ConfigNode.Mapping o
          && sameKind(b, o)) {
        value = merge(b, o);
      }
      merged = merged.with(e.getKey(), new ConfigNode.Entry(e.getValue().keyOrigin(), value));
    }
    return merged;
  }

  /** A variant of another kind replaces the whole mapping: the old keys mean nothing to it. */
  private static boolean sameKind(ConfigNode.Mapping base, ConfigNode.Mapping over) {
    ConfigNode.Entry a = base.entries().get(VariantBinder.KIND);
    ConfigNode.Entry b = over.entries().get(VariantBinder.KIND);
    return a == null
        || b == null
        || (a.value() instanceof ConfigNode.Scalar x
            && b.value() instanceof ConfigNode.Scalar y
            && x.text().equals(y.text()));
  }

  private Optional<ConfigNode.Mapping> readOne(Path file) {
    String name = file.toString();
    return YamlTree.read(text(file), name, false, problems).flatMap(node -> top(node, name));
  }

  private Optional<ConfigNode.Mapping> top(ConfigNode node, String name) {
    if (node instanceof ConfigNode.Mapping mapping) {
      return Optional.of(mapping);
    }
    problems.add("the file holds no keys.", name, "write key: value lines into it.");
    return Optional.empty();
  }

  private static String text(Path file) {
    if (!Files.isRegularFile(file)) {
      throw missing(file, file.toString());
    }
    try {
      long size = Files.size(file);
      if (size > MAX_BYTES) {
        String what = "the file has " + size + " bytes, but a configuration has at most ";
        String fix = "give a YAML configuration, not data.";
        throw new StropException(ErrorCode.CONFIG, what + MAX_BYTES + ".", file.toString(), fix);
      }
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text; // some editors put it there
    } catch (CharacterCodingException e) {
      throw new StropException(
          ErrorCode.CONFIG, "the file is not UTF-8 text.", file.toString(), "save it as UTF-8.", e);
    } catch (IOException e) {
      String fix = "check that it is there and that you may read it.";
      String what = "the file can't be read: " + e.getMessage() + ".";
      throw new StropException(ErrorCode.IO, what, file.toString(), fix, e);
    }
  }

  private static StropException missing(Path file, String where) {
    Optional<String> near = DidYouMean.nearest(String.valueOf(file.getFileName()), siblings(file));
    Optional<String> fix = near.map(n -> "did you mean " + file.resolveSibling(n) + "?");
    return new StropException(
        ErrorCode.MISSING_DATA,
        "there is no file " + file + ".",
        where,
        fix.orElse("check the path; it is relative to " + Path.of("").toAbsolutePath() + "."));
  }

  private static List<String> siblings(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(p -> String.valueOf(p.getFileName())).sorted().toList();
    } catch (IOException e) {
      return List.of(); // only for a hint; the error itself is told anyway
    }
  }
}
