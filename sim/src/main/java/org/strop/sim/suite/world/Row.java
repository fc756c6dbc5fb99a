package org.strop.sim.suite.world;

/** Writes or reads a row of doubles in order, so that saving and restoring are one description. */
final class Row {
  private final double[] values;
  private final boolean saving;
  private int at;

  private Row(double[] values, boolean saving) {
    this.values = values;
    this.saving = saving;
  }

  static Row save(double[] out) {
    return new Row(out, true);
  }

  static Row restore(double[] in) {
    return new Row(in, false);
  }

  /** Saves the value and returns it, or returns the one that was saved. */
  double next(double value) {
    if (saving) {
      values[at] = value;
    }
    return values[at++];
  }

  /** Saves the array, or fills it with what was saved. */
  void next(double[] array) {
    for (int i = 0; i < array.length; i++) {
      array[i] = next(array[i]);
    }
  }

  int count() {
    return at;
  }
}
