package org.strop.policy.train;

import java.nio.file.Path;

/**
 * How a run ended.
 *
 * @param policy checkpoint folder: the finished policy, or the last checkpoint of a stopped run
 * @param sha256 hash that names the checkpoint
 * @param steps made in all, earlier sittings included
 * @param finished whether all steps are made
 */
public record TrainingResult(Path policy, String sha256, long steps, boolean finished) {}
