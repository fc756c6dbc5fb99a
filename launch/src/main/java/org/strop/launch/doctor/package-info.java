/** Checks of the machine, each with its mend. */
@NullMarked
package org.strop.launch.doctor;

import org.jspecify.annotations.NullMarked;
