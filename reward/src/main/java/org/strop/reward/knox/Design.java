package org.strop.reward.knox;

/** What a model sees of each pair: n rows of named columns, row-major. */
final class Design {
  private final int columns;
  private final double[] values;

  Design(int columns, double[] values) {
    this.columns = columns;
    this.values = values;
  }

  /** Returns a design of some of the columns, in the order given. */
  Design select(int... chosen) {
    int n = values.length / columns;
    double[] selected = new double[n * chosen.length];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < chosen.length; j++) {
        selected[i * chosen.length + j] = values[i * columns + chosen[j]];
      }
    }
    return new Design(chosen.length, selected);
  }

  int columns() {
    return columns;
  }

  double get(int row, int column) {
    return values[row * columns + column];
  }

  /** Returns x · b. */
  double dot(int row, double[] b) {
    double sum = 0;
    for (int j = 0; j < columns; j++) {
      sum += values[row * columns + j] * b[j];
    }
    return sum;
  }

  /** Returns some rows, each column divided by its scale. */
  Design scaled(int[] rows, double[] scale) {
    double[] some = new double[rows.length * columns];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns; j++) {
        some[i * columns + j] = get(rows[i], j) / scale[j];
      }
    }
    return new Design(columns, some);
  }

  /** Returns each column's root mean square over rows; 1 for a column of zeros. */
  double[] rootMeanSquares(int[] rows) {
    double[] scale = new double[columns];
    for (int i : rows) {
      for (int j = 0; j < columns; j++) {
        scale[j] += get(i, j) * get(i, j) / rows.length;
      }
    }
    for (int j = 0; j < columns; j++) {
      scale[j] = scale[j] > 0 ? Math.sqrt(scale[j]) : 1;
    }
    return scale;
  }
}
