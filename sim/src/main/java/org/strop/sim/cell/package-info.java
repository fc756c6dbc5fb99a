/**
 * The peeling cell: a blade under Cartesian impedance against a produce surface, and a wrist
 * sensor.
 *
 * <p>Everything is a function of the task, the episode's seed and the commands; nothing reads a
 * clock. Commands and observations are rounded to float where they cross the cell's boundary, so
 * that a loop over sockets and one in the process see the same numbers to the last bit. Equations
 * and simplifications: {@code sim/docs/mechanics.md}.
 */
@NullMarked
package org.strop.sim.cell;

import org.jspecify.annotations.NullMarked;
