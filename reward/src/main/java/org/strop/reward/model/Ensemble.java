package org.strop.reward.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.strop.policy.nn.Parameters;
import org.strop.policy.nn.Tensor;

/** A fitted ensemble that reads scaled rows. Not thread-safe; closed by its owner. */
final class Ensemble implements AutoCloseable {
  /** Rows in one pass: bounds the memory of long data, and is large enough to be quick. */
  private static final int CHUNK = 8192;

  private final NDManager manager;
  private final EncoderConfig encoder;
  private final Network net;
  private final Parameters parameters;

  /**
   * @param parent manager to work under
   * @param where of the tensors, for messages
   */
  Ensemble(
      NDManager parent,
      Network net,
      EncoderConfig encoder,
      Map<String, Tensor> tensors,
      String where) {
    this.manager = parent.newSubManager();
    this.encoder = encoder;
    this.net = net;
    this.parameters = Parameters.frozen(manager, net.layout(), tensors, where);
  }

  /**
   * Returns what each member says of each row.
   *
   * @param rows scaled, row-major [N, width]; not modified
   * @param episodes runs of rows in time, in order, that cover all rows
   */
  Evaluated evaluate(float[] rows, int width, List<Span> episodes) {
    Sink sink = new Sink(net.members(), rows.length / width);
    List<Windows> windows = Windows.of(encoder, episodes);
    int steps = windows.isEmpty() ? 1 : windows.get(0).rows().length;
    int each = Math.max(1, CHUNK / steps);
    for (int from = 0; from < windows.size(); from += each) {
      List<Windows> chunk = windows.subList(from, Math.min(windows.size(), from + each));
      try (NDManager scope = manager.newSubManager()) {
        float[] table = table(rows, width, steps, chunk);
        NDArray x = scope.create(table, new Shape(chunk.size(), steps, width));
        sink.take(net.forward(parameters, x), chunk);
      }
    }
    return sink.evaluated();
  }

  private static float[] table(float[] rows, int width, int steps, List<Windows> windows) {
    float[] table = new float[Math.multiplyExact(windows.size() * steps, width)];
    int at = 0;
    for (Windows window : windows) {
      for (int row : window.rows()) {
        if (row >= 0) {
          System.arraycopy(rows, row * width, table, at, width);
        }
        at += width;
      }
    }
    return table;
  }

  /** Returns the values of one parameter, member by member. */
  float[] parameter(int slot) {
    return parameters.get(slot).toFloatArray();
  }

  /** Returns each member's logits per unit of return difference, length M; of a plain network. */
  float[] gains() {
    try (NDManager scope = manager.newSubManager()) {
      return net instanceof RewardNet plain
          ? plain.gains(parameters, scope).toFloatArray()
          : new float[0];
    }
  }

  Network net() {
    return net;
  }

  @Override
  public void close() {
    manager.close();
  }

  /** Collects outputs by row. */
  private static final class Sink {
    private final int members;
    private final int rows;
    private final float[][] values;
    private Optional<float[][]> importance = Optional.empty();
    private Optional<float[][]> parts = Optional.empty();
    private Optional<float[][]> concepts = Optional.empty();

    Sink(int members, int rows) {
      this.members = members;
      this.rows = rows;
      this.values = new float[members][rows];
    }

    void take(Outputs outputs, List<Windows> windows) {
      copy(outputs.values(), 1, windows, values);
      outputs
          .importance()
          .ifPresent(a -> importance = Optional.of(copy(a, 1, windows, into(importance, 1))));
      outputs
          .composite()
          .ifPresent(
              c -> {
                int k = (int) c.parts().getShape().get(2);
                parts = Optional.of(copy(c.parts(), k, windows, into(parts, k)));
                c.concepts().ifPresent(predicted -> takeConcepts(predicted, windows));
              });
    }

    private void takeConcepts(NDArray predicted, List<Windows> windows) {
      int l = (int) predicted.getShape().get(2);
      concepts = Optional.of(copy(predicted, l, windows, into(concepts, l)));
    }

    private float[][] into(Optional<float[][]> there, int each) {
      return there.orElseGet(() -> new float[members][rows * each]);
    }

    private float[][] copy(NDArray array, int each, List<Windows> windows, float[][] out) {
      float[] flat = array.toFloatArray();
      int at = 0;
      for (int m = 0; m < members; m++) {
        for (Windows window : windows) {
          for (int k = 0; k < window.rows().length; k++) {
            if (k >= window.keepFrom() && window.rows()[k] >= 0) {
              System.arraycopy(flat, at, out[m], window.rows()[k] * each, each);
            }
            at += each;
          }
        }
      }
      return out;
    }

    Evaluated evaluated() {
      return new Evaluated(values, importance, parts, concepts);
    }
  }
}
