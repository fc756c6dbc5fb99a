/** Outcomes of rollouts, and fair comparisons between policies that met the same instances. */
@NullMarked
package org.strop.launch.eval;

import org.jspecify.annotations.NullMarked;
