package org.strop.configs;

/**
 * A configuration as loaded.
 *
 * @param value the record
 * @param yaml the whole resolved configuration, every key in record order, as YAML
 * @param sha256 of that YAML, hex
 */
public record Resolved<T>(T value, String yaml, String sha256) {}
