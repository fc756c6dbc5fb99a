package org.strop.policy.actor;

import java.util.List;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.policy.nn.MinMaxNormalizer;

/**
 * Ranges of observations and actions, as a checkpoint stores them.
 *
 * @param observationMin length Do
 * @param observationMax length Do
 * @param actionMin length Da
 * @param actionMax length Da
 */
@SuppressWarnings("ArrayRecordComponent") // a JSON document; equal by content
public record ActorScaling(
    float[] observationMin, float[] observationMax, float[] actionMin, float[] actionMax) {

  /** Returns the ranges of some steps. */
  public static ActorScaling fit(Steps steps) {
    MinMaxNormalizer o = fit(steps.observations(), steps.channels().observationWidth());
    MinMaxNormalizer a = fit(steps.actions(), steps.channels().actionWidth());
    return new ActorScaling(o.min(), o.max(), a.min(), a.max());
  }

  private static MinMaxNormalizer fit(float[] rows, int width) {
    return MinMaxNormalizer.fit(width, List.of(FloatMatrix.of(rows.length / width, width, rows)));
  }

  /** Returns the scaling of observations. */
  MinMaxNormalizer observation() {
    return MinMaxNormalizer.of(observationMin, observationMax);
  }

  /** Returns the scaling of actions. */
  MinMaxNormalizer action() {
    return MinMaxNormalizer.of(actionMin, actionMax);
  }

  /** Returns the steps, scaled: constant components are 0. */
  public ScaledSteps apply(Steps steps) {
    float[] observations = steps.observations();
    float[] actions = steps.actions();
    observation().encode(observations);
    action().encode(actions);
    return new ScaledSteps(
        observations, observationMin.length, actions, actionMin.length, steps.episodeEnds());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ActorScaling s
        && observation().equals(s.observation())
        && action().equals(s.action());
  }

  @Override
  public int hashCode() {
    return 31 * observation().hashCode() + action().hashCode();
  }
}
