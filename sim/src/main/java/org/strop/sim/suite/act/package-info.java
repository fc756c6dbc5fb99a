/**
 * Who acts in the suite: the scripted expert, the random policy, and grades between them.
 *
 * <p>The expert is a function of the world's state alone, without memory: so it can be asked in any
 * state, restored or reached by someone else, and the value of a state under it is well defined.
 */
@NullMarked
package org.strop.sim.suite.act;

import org.jspecify.annotations.NullMarked;
