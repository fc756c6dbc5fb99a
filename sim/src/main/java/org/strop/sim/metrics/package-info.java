/**
 * What a peel was like, and whether it succeeded: {@code StateMetrics} from the produce, which only
 * a rollout has, and {@code PeelMetrics} from any trajectory.
 */
@NullMarked
package org.strop.sim.metrics;

import org.jspecify.annotations.NullMarked;
