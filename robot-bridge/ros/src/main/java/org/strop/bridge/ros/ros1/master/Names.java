package org.strop.bridge.ros.ros1.master;

import java.util.regex.Pattern;

/** ROS graph names. */
public final class Names {
  private static final Pattern GLOBAL = Pattern.compile("(/[A-Za-z][A-Za-z0-9_]*)+");

  private Names() {}

  /**
   * Returns the name if it is global and legal.
   *
   * @throws IllegalArgumentException if it is not
   */
  public static String requireGlobal(String name) {
    if (!GLOBAL.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'" + name + "' is not a global ROS name such as /arm/wrench");
    }
    return name;
  }

  /**
   * Returns the global name that a name means for a caller: {@code ~x} private, {@code x} beside.
   */
  static String resolve(String name, String caller) {
    String full;
    if (name.startsWith("/")) {
      full = name;
    } else if (name.startsWith("~")) {
      full = caller + "/" + name.substring(1);
    } else {
      full = namespace(caller) + name;
    }
    return canonical(full);
  }

  /** Returns the name with a slash before each part and none at the end. */
  static String canonical(String name) {
    String joined = ("/" + name).replaceAll("/+", "/");
    return joined.length() > 1 && joined.endsWith("/")
        ? joined.substring(0, joined.length() - 1)
        : joined;
  }

  /** Returns the namespace of a node with a slash at its end. */
  static String namespace(String node) {
    String full = canonical(node);
    return full.substring(0, full.lastIndexOf('/') + 1);
  }
}
