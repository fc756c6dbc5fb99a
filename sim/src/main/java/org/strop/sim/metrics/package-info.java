/** What a peel was like, computed from its trajectory alone, and whether it succeeded. */
@NullMarked
package org.strop.sim.metrics;

import org.jspecify.annotations.NullMarked;
