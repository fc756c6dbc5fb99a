/** Tests of the panel, from outside: over HTTP and in a browser. */
@NullMarked
package org.strop.ui.panel;

import org.jspecify.annotations.NullMarked;
