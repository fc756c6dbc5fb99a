/** What to ask people, and where their answers come from. */
@NullMarked
package org.strop.launch.label;

import org.jspecify.annotations.NullMarked;
