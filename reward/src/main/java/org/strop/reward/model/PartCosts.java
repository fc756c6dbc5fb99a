package org.strop.reward.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.strop.policy.nn.Parameters;

/** What each kind of label costs a member. */
interface PartCosts {
  /**
   * Returns each member's weighted cost of a part's labels.
   *
   * @param outputs of all rows of the batch
   * @param rows where this part's are
   * @param means values of the part's runs, [M, runs]
   * @param utilities what is compared in choices, [M, runs]: means, with values of states where
   *     people are taken to follow regret
   * @return [M]; belongs to {@code step}
   */
  NDArray of(
      NDManager step,
      Parameters p,
      Part part,
      Batch.Block block,
      Outputs outputs,
      EnsembleLoss.Rows rows,
      NDArray means,
      NDArray utilities);

  /** Returns what the outputs cost whatever the labels say, [M] or a scalar. */
  NDArray penalty(Outputs outputs);
}
