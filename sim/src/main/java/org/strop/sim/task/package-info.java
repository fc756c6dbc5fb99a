/**
 * Configuration of the peeling task: produce, blade, sensor, demonstrator, and what counts as
 * success. The YAML that ships is {@code configs/tasks/peeling.yaml}.
 */
@NullMarked
package org.strop.sim.task;

import org.jspecify.annotations.NullMarked;
