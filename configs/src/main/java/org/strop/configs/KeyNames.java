package org.strop.configs;

import java.util.Locale;

/** Spells names of Java as keys of YAML: {@code nObsSteps} becomes {@code n_obs_steps}. */
final class KeyNames {
  private KeyNames() {}

  /**
   * Returns the snake_case of a camelCase or PascalCase name. A run of capitals is one word: {@code
   * maxHTTPSize} becomes {@code max_http_size}; a digit belongs to the word before it.
   */
  static String snake(String camel) {
    return camel
        .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }
}
