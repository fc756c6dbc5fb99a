package org.strop.policy.diffusion;

import java.util.List;
import org.strop.configs.Bounds;
import org.strop.configs.SelfChecking;

/**
 * A diffusion policy.
 *
 * @param name for logs and as the {@code source} of its trajectories
 * @param observations channels read, each with its history
 * @param action key of the channel commanded
 * @param horizon steps predicted; 16 in Chi et al. 2023
 * @param nActionSteps Ta, steps executed before the next decision; 8 in Chi et al. 2023
 * @param relativePosition whether x, y, z of the action are relative to the newest observed
 *     position, and older observed positions too (ours)
 * @param denoisingSteps of training; 100 in Chi et al. 2023
 * @param inferenceSteps of DDIM; at most 10 here
 * @param prediction what the network returns; {@code epsilon} in Chi et al. 2023
 */
public record DiffusionConfig(
    String name,
    List<ObservationInput> observations,
    String action,
    @Bounds(min = 1, max = 256) int horizon,
    @Bounds(min = 1, max = 256) int nActionSteps,
    boolean relativePosition,
    @Bounds(min = 2, max = 1000) int denoisingSteps,
    @Bounds(min = 1, max = 1000) int inferenceSteps,
    Prediction prediction,
    NetworkConfig network)
    implements SelfChecking {
  /** Copies the list. */
  public DiffusionConfig {
    observations = List.copyOf(observations);
  }

  @Override
  public void check(Problems problems) {
    if (nActionSteps > horizon) {
      problems.add(
          "n_action_steps",
          "is " + nActionSteps + ", but must be at most horizon (" + horizon + ")",
          "lower n_action_steps, or raise horizon");
    }
    if (inferenceSteps > denoisingSteps) {
      problems.add(
          "inference_steps",
          "is " + inferenceSteps + ", but must be at most denoising_steps (" + denoisingSteps + ")",
          "lower inference_steps");
    }
    if (observations.isEmpty()) {
      problems.add("observations", "is empty", "name at least one channel");
    }
  }
}
