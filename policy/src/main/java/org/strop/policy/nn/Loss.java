package org.strop.policy.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/** A scalar to be made smaller. */
@FunctionalInterface
public interface Loss {
  /**
   * Returns the loss of this step's batch.
   *
   * @param step owns everything created for this step; closed by the caller
   * @return scalar, shape []; belongs to {@code step}
   */
  NDArray of(NDManager step, Parameters parameters);
}
