/**
 * Training runs: a folder with the resolved configuration, metrics and checkpoints, exact resume.
 *
 * <p>A run folder: {@code resolved.yaml}, {@code metrics.jsonl} (one line per logged step, no wall
 * times, so that equal runs give equal files), {@code events.out.tfevents.*} for TensorBoard,
 * {@code checkpoints/step_NNNNNNNN/} (policy and training state), {@code policy/} when finished.
 */
@NullMarked
package org.strop.policy.train;

import org.jspecify.annotations.NullMarked;
