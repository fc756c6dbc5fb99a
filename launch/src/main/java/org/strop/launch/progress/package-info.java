/** Progress of long work, for people. */
@NullMarked
package org.strop.launch.progress;

import org.jspecify.annotations.NullMarked;
