package org.strop.policy.diffusion;

/** What the denoiser is trained to return; the words of the library of Chi et al. 2023. */
public enum Prediction {
  /** The noise ε, as in Ho et al. 2020 and Chi et al. 2023. */
  EPSILON,
  /** The clean chunk x₀; in a short training it gets the millimetres right sooner (ours). */
  SAMPLE
}
