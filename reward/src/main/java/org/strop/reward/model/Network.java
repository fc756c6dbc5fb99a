package org.strop.reward.model;

import ai.djl.ndarray.NDArray;
import org.strop.policy.nn.ParameterLayout;
import org.strop.policy.nn.Parameters;

/** The ensemble as one batched block, with the parameters of how people answer. */
interface Network {
  ParameterLayout layout();

  int members();

  /** Returns what choices compare: returns, regrets, or both. */
  Mixture mixture();

  /**
   * Returns what the members say of rows.
   *
   * @param x scaled rows, [R, C, W]
   */
  Outputs forward(Parameters p, NDArray x);
}
