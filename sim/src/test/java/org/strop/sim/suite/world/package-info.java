/** Laws of the suite's mechanics. */
@NullMarked
package org.strop.sim.suite.world;

import org.jspecify.annotations.NullMarked;
