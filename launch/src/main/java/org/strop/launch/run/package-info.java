/** Run folders, and where the program is installed. */
@NullMarked
package org.strop.launch.run;

import org.jspecify.annotations.NullMarked;
