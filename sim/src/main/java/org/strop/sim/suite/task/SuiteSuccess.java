package org.strop.sim.suite.task;

import org.strop.configs.Bounds;

/**
 * What counts as solved: the object is within {@code tolerance} of its goal for {@code holdSteps}
 * steps in a row.
 *
 * @param tolerance of the joint's coordinate (m or rad), or of the object's place (m); a joint
 *     beyond its goal is within
 * @param holdSteps steps in a row
 */
public record SuiteSuccess(
    @Bounds(min = 1e-4, max = 1) double tolerance, @Bounds(min = 1, max = 1000) int holdSteps) {}
