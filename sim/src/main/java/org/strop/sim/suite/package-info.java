/**
 * The transfer suite at work: episodes on all cores, datasets, values of states.
 *
 * <p>An episode depends on task, policy and seed alone, and results are taken in the order of the
 * seeds, so the number of threads changes nothing but the time.
 */
@NullMarked
package org.strop.sim.suite;

import org.jspecify.annotations.NullMarked;
