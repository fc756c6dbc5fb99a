/** Tests of the simulator. */
@NullMarked
package org.strop.sim;

import org.jspecify.annotations.NullMarked;
