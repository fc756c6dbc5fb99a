/** The command line {@code strop}: thin verbs that parse, load configuration, call, and exit. */
@NullMarked
package org.strop.launch.cli;

import org.jspecify.annotations.NullMarked;
