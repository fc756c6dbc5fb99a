/**
 * The suite's tasks as configuration: one YAML file each in {@code configs/tasks/suite}.
 *
 * <p>Ten of the thirteen tasks are one record, {@link org.strop.sim.suite.task.Articulated}: a body
 * on a joint, with a handle. What differs is data: axis, limits, spring, friction, shapes, where to
 * touch. So a new task of a kind that is here is one new file; a new kind of mechanics is one
 * record and one class that moves it, and its name in {@link org.strop.sim.suite.task.Mechanism}.
 */
@NullMarked
package org.strop.sim.suite.task;

import org.jspecify.annotations.NullMarked;
