/** Tests of the transfer suite. */
@NullMarked
package org.strop.sim.suite;

import org.jspecify.annotations.NullMarked;
