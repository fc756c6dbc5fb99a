package org.strop.policy.actor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Steps in the actor's units, from which batches are taken.
 *
 * @param observations row-major [N, Do]; not copied
 * @param actions row-major [N, Da]; not copied
 * @param episodeEnds row after each episode's last
 */
@SuppressWarnings("ArrayRecordComponent") // one per fit, never compared
public record ScaledSteps(
    float[] observations,
    int observationWidth,
    float[] actions,
    int actionWidth,
    int[] episodeEnds) {

  /** Returns N. */
  public int size() {
    return actions.length / actionWidth;
  }

  /** Returns the observations of some rows, shape [rows, Do]; belongs to {@code step}. */
  public NDArray observations(NDManager step, int[] rows) {
    return gather(step, observations, observationWidth, rows);
  }

  /** Returns the actions of some rows, shape [rows, Da]; belongs to {@code step}. */
  public NDArray actions(NDManager step, int[] rows) {
    return gather(step, actions, actionWidth, rows);
  }

  private static NDArray gather(NDManager step, float[] values, int width, int[] rows) {
    float[] out = new float[rows.length * width];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(values, rows[i] * width, out, i * width, width);
    }
    return step.create(out, new Shape(rows.length, width));
  }
}
