package org.strop.policy.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/**
 * The values of a {@link ParameterLayout}: one flat vector, and a view of it for each parameter.
 *
 * <p>Trainable parameters have leaf views that collect gradients; changing the flat vector changes
 * them. Owns a sub-manager, freed by {@link #close}. Not thread-safe.
 */
public final class Parameters implements AutoCloseable {
  private final ParameterLayout layout;
  private final NDManager manager;
  private final boolean trainable;
  private final NDArray flat;
  private final List<NDArray> views = new ArrayList<>();

  private Parameters(NDManager parent, ParameterLayout layout, boolean trainable, float[] values) {
    this.layout = layout;
    this.trainable = trainable;
    this.manager = parent.newSubManager();
    this.flat = manager.create(values, new Shape(values.length));
    makeViews();
  }

  /**
   * Returns trainable parameters with first values drawn from the seed; each parameter has a stream
   * of its own, by name, so adding one does not change the others.
   *
   * @param parent manager that the arrays' manager is put under
   */
  public static Parameters initialize(NDManager parent, ParameterLayout layout, long seed) {
    float[] values = new float[layout.size()];
    for (ParameterLayout.Entry e : layout.entries()) {
      float[] part = new float[e.size()];
      e.initializer().fill(Seeds.stream(seed, e.name(), 0), part);
      System.arraycopy(part, 0, values, e.offset(), part.length);
    }
    return new Parameters(parent, layout, true, values);
  }

  /** Returns parameters for inference, without gradients, from tensors as {@link #toTensors}. */
  public static Parameters frozen(
      NDManager parent, ParameterLayout layout, Map<String, Tensor> tensors, String where) {
    float[] values = assemble(layout, tensors, where);
    return new Parameters(parent, layout, false, values);
  }

  /** Returns a copy without gradients under the same parent. */
  public Parameters frozenCopy() {
    return new Parameters(manager.getParentManager(), layout, false, flat.toFloatArray());
  }

  private void makeViews() {
    for (ParameterLayout.Entry e : layout.entries()) {
      NDIndex range = new NDIndex().addSliceDim(e.offset(), e.offset() + e.size());
      try (NDArray part = flat.get(range);
          NDArray shaped = part.reshape(e.shape())) {
        NDArray leaf = shaped.stopGradient(); // shares the storage, starts a graph
        leaf.setRequiresGradient(trainable);
        views.add(leaf);
      }
    }
  }

  /** Returns the parameter of a slot; a view, owned by this object. */
  public NDArray get(int slot) {
    return views.get(slot);
  }

  /** Returns the layout. */
  public ParameterLayout layout() {
    return layout;
  }

  /** Returns all values, shape [N]; the storage itself, owned by this object. */
  NDArray flat() {
    return flat;
  }

  NDManager manager() {
    return manager;
  }

  /**
   * Returns the gradient of all parameters, shape [N], and sets the collected ones to 0.
   *
   * @param step manager that owns the result
   */
  NDArray takeGradient(NDManager step) {
    try (NDManager scratch = step.newSubManager()) {
      NDList parts = new NDList(views.size());
      List<NDArray> gradients = new ArrayList<>();
      for (NDArray view : views) {
        NDArray gradient = view.getGradient(); // a new handle each time; closed with scratch
        gradient.attach(scratch);
        gradients.add(gradient);
        parts.add(gradient.flatten());
      }
      NDArray all = NDArrays.concat(parts);
      for (NDArray gradient : gradients) {
        gradient.muli(0);
      }
      all.attach(step);
      return all;
    }
  }

  /** Returns copies of all parameters by name, in the layout's order. */
  public Map<String, Tensor> toTensors() {
    float[] values = flat.toFloatArray();
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (ParameterLayout.Entry e : layout.entries()) {
      float[] part = Arrays.copyOfRange(values, e.offset(), e.offset() + e.size());
      tensors.put(e.name(), Tensor.of(e.shape(), part));
    }
    return tensors;
  }

  /** Returns a copy of all values in the layout's order, length N. */
  public float[] toArray() {
    return flat.toFloatArray();
  }

  /**
   * Overwrites all values, and drops collected gradients, NaN or not.
   *
   * @param where of the tensors, for messages
   * @throws StropException {@code CORRUPT_DATA} if a tensor is missing or has another shape
   */
  public void load(Map<String, Tensor> tensors, String where) {
    load(assemble(layout, tensors, where));
  }

  /** Overwrites all values, length N, in the layout's order, and drops collected gradients. */
  public void load(float[] values) {
    if (values.length != layout.size()) {
      throw new IllegalArgumentException(
          "expected " + layout.size() + " values, found " + values.length);
    }
    views.forEach(NDArray::close);
    views.clear();
    flat.set(values);
    makeViews();
  }

  /**
   * Moves every value a share of the way to another's: θ ← θ + rate·(θ′ − θ).
   *
   * @param other of the same layout; not modified
   * @param rate in [0, 1]
   */
  public void approach(Parameters other, double rate) {
    try (NDManager scratch = manager.newSubManager();
        NDArray step = other.flat.sub(flat)) {
      step.attach(scratch);
      flat.addi(step.muli(rate));
    }
  }

  private static float[] assemble(
      ParameterLayout layout, Map<String, Tensor> tensors, String where) {
    float[] values = new float[layout.size()];
    for (ParameterLayout.Entry e : layout.entries()) {
      Tensor tensor = tensors.get(e.name());
      if (tensor == null || !Arrays.equals(tensor.shape(), e.shape())) {
        throw new StropException(
            ErrorCode.CORRUPT_DATA,
            "expected tensor " + e.name() + Arrays.toString(e.shape()) + ", found " + tensor,
            where,
            "use a checkpoint of the same network, or train again");
      }
      System.arraycopy(tensor.values(), 0, values, e.offset(), e.size());
    }
    return values;
  }

  @Override
  public void close() {
    manager.close();
  }
}
