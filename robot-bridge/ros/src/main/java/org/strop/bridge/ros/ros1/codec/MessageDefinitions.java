package org.strop.bridge.ros.ros1.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Definition texts of message types, and the two things ROS derives from them: the md5 sum and the
 * concatenated text (gentools.py of ROS, {@code compute_md5_text} and {@code compute_full_text}).
 */
final class MessageDefinitions {
  private static final Set<String> PRIMITIVES =
      Set.of(
          "bool",
          "int8",
          "uint8",
          "int16",
          "uint16",
          "int32",
          "uint32",
          "int64",
          "uint64",
          "float32",
          "float64",
          "string",
          "time",
          "duration",
          "char",
          "byte");
  private static final String SEPARATOR = "=".repeat(80);

  private final UnaryOperator<String> texts;

  /**
   * Creates a table.
   *
   * @param texts definition of a {@code package/Type}, verbatim: tools compare it byte by byte
   */
  MessageDefinitions(UnaryOperator<String> texts) {
    this.texts = texts;
  }

  /** Returns the table of the {@code .msg} files that are kept as resources beside this class. */
  static MessageDefinitions ofResources() {
    return new MessageDefinitions(MessageDefinitions::resource);
  }

  private static String resource(String rosType) {
    String file = rosType + ".msg";
    try (InputStream in = MessageDefinitions.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException(
            "no definition of " + rosType + ": " + file + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  /** Returns the md5 sum of a type, 32 hex digits. */
  String md5(String rosType) {
    return digest(md5Text(rosType, texts.apply(rosType)));
  }

  /** Returns the md5 sum of a service whose request and response have these texts. */
  String serviceMd5(String rosPackage, String request, String response) {
    String owner = rosPackage + "/_";
    return digest(md5Text(owner, request) + md5Text(owner, response));
  }

  /** Returns the text of a type followed by those of all types that it uses. */
  String fullText(String rosType) {
    Set<String> used = new LinkedHashSet<>();
    collect(rosType, used);
    StringBuilder full = new StringBuilder(texts.apply(rosType));
    for (String dependency : used) {
      full.append('\n').append(SEPARATOR).append("\nMSG: ").append(dependency).append('\n');
      full.append(texts.apply(dependency));
    }
    return full.toString();
  }

  /** Constants first, then fields; a field of another type shows that type's md5 sum. */
  private String md5Text(String rosType, String text) {
    List<String> constants = new ArrayList<>();
    List<String> fields = new ArrayList<>();
    for (Field field : fields(text)) {
      if (field.constant()) {
        constants.add(field.type() + " " + field.name());
      } else if (PRIMITIVES.contains(field.elementType())) {
        fields.add(field.type() + " " + field.name());
      } else {
        fields.add(md5(resolve(field.elementType(), rosType)) + " " + field.name());
      }
    }
    constants.addAll(fields);
    return String.join("\n", constants);
  }

  private void collect(String rosType, Set<String> used) {
    for (Field field : fields(texts.apply(rosType))) {
      if (!PRIMITIVES.contains(field.elementType())) {
        String dependency = resolve(field.elementType(), rosType);
        if (used.add(dependency)) {
          collect(dependency, used);
        }
      }
    }
  }

  private static String resolve(String type, String owner) {
    if (type.equals("Header")) {
      return "std_msgs/Header";
    }
    return type.contains("/") ? type : owner.substring(0, owner.indexOf('/') + 1) + type;
  }

  private static List<Field> fields(String text) {
    List<Field> fields = new ArrayList<>();
    for (String raw : text.split("\n", -1)) {
      String line = raw.replaceFirst("#.*", "").strip();
      int space = line.indexOf(' ');
      if (space > 0) {
        fields.add(Field.parse(line.substring(0, space), line.substring(space + 1), raw));
      }
    }
    return fields;
  }

  private static String digest(String text) {
    try {
      MessageDigest md5 = MessageDigest.getInstance("MD5");
      return HexFormat.of().formatHex(md5.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }

  /** One line: {@code type name}, or for a constant {@code type name=value}. */
  private record Field(String type, String name, boolean constant) {
    static Field parse(String type, String rest, String raw) {
      int equals = rest.indexOf('=');
      if (equals < 0) {
        return new Field(type, rest.strip(), false);
      }
      // A string constant takes the rest of its line, # included.
      String value =
          type.equals("string") ? raw.substring(raw.indexOf('=') + 1) : rest.substring(equals + 1);
      return new Field(type, rest.substring(0, equals).strip() + "=" + value.strip(), true);
    }

    String elementType() {
      int bracket = type.indexOf('[');
      return bracket < 0 ? type : type.substring(0, bracket);
    }
  }
}
