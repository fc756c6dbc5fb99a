package org.strop.policy.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Names, shapes and places of a model's parameters in one flat vector. Layers add theirs while the
 * model is put together and keep the slot numbers.
 */
public final class ParameterLayout {
  private final List<Entry> entries = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private int size;

  /**
   * One parameter.
   *
   * @param name unique, dotted, for example {@code blocks.0.weight}
   * @param offset of its first value in the flat vector
   */
  @SuppressWarnings("ArrayRecordComponent") // package-private, never compared
  record Entry(String name, long[] shape, Initializer initializer, int offset, int size) {}

  /**
   * Adds a parameter and returns its slot.
   *
   * @throws IllegalArgumentException if the name is taken
   */
  public int add(String name, Initializer initializer, long... shape) {
    if (!names.add(name)) {
      throw new IllegalArgumentException("parameter " + name + " is declared twice");
    }
    long n = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    entries.add(new Entry(name, shape.clone(), initializer, size, Math.toIntExact(n)));
    size = Math.addExact(size, Math.toIntExact(n));
    return entries.size() - 1;
  }

  /** Returns the number of values of all parameters. */
  public int size() {
    return size;
  }

  List<Entry> entries() {
    return entries;
  }
}
