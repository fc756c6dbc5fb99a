/**
 * Diffusion policy (Chi et al. 2023) over action chunks, with proprioception and a wrench history.
 *
 * <p>Decisions. (1) The denoiser is a residual perceptron, not the paper's convolutional U-Net: the
 * inputs are a few dozen numbers, and training has to end in under a minute on two cores. (2)
 * Position actions are relative to the newest observed position where the config says so (ours):
 * the chunk of a stroke looks the same wherever the stroke is. (3) Ranges are per step of the chunk
 * and component (ours), so that the first steps of a relative chunk, which are small, keep their
 * resolution. (4) Noise is drawn in Java from the window's seed: a window's chunk does not depend
 * on its batch, up to the float rounding of a matrix product.
 */
@NullMarked
package org.strop.policy.diffusion;

import org.jspecify.annotations.NullMarked;
