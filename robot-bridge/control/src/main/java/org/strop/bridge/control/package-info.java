/**
 * What stands between a policy and an arm: safety filter, fault latch, watchdogs, the run loop, and
 * the robot port that they speak to.
 *
 * <p>Decisions. (1) Everything called at the control rate is free of exceptions, locks, logging and
 * allocation; what happened is counted and read from another thread. (2) A fault latches: the arm
 * holds until a person clears it; the first fault is kept, because it is the cause. (3) The safety
 * filter works on what is sent, not on what is measured: the output is the limited quantity, so its
 * laws hold whatever the sensors say. (4) The same filter runs beside the arm and inside the
 * simulator, so recorded and simulated trajectories are interchangeable. (5) Time is a parameter or
 * an injected supplier, never taken from the air.
 */
@NullMarked
package org.strop.bridge.control;

import org.jspecify.annotations.NullMarked;
