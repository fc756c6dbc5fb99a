/** Attempts made by formula, for the panel's tests. */
@NullMarked
package org.strop.ui;

import org.jspecify.annotations.NullMarked;
