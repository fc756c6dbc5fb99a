/** Tests of reproduce.cpl. */
@NullMarked
package org.strop.launch.reproduce.cpl;

import org.jspecify.annotations.NullMarked;
