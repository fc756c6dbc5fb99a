package org.strop.bridge.trajectory;

/**
 * Actions for the steps that follow an observation.
 *
 * @param observationStampNanos stamp of the observation that it answers, ns
 * @param stepNanos time between actions, ns; action k is for observation stamp + k * step
 * @param actions shape [Ta, Da], in the units of the policy's action channel
 */
public record ActionChunk(long observationStampNanos, long stepNanos, FloatMatrix actions) {}
