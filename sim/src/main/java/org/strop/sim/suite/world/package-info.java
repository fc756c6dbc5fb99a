/**
 * The suite's mechanics: a hand on a spring, a joint or a free object, contacts between them.
 *
 * <p>Each substep is semi-implicit: drives, springs and gravity change the velocities (damping
 * implicitly), then each contact its normal impulse and a friction impulse that can stop sliding
 * but not reverse it, then Coulomb friction of joints and table in the same manner, and last the
 * positions. So sticking is exact, nothing creeps, and no friction coefficient makes it unstable.
 * Everything is a function of task, seed and actions; the whole state is a row of doubles that can
 * be saved and restored. Stepping allocates nothing. Equations: {@code sim/docs/suite.md}.
 */
@NullMarked
package org.strop.sim.suite.world;

import org.jspecify.annotations.NullMarked;
