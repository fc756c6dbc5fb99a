/** Tests of the tensor toolkit. */
@NullMarked
package org.strop.policy.nn;

import org.jspecify.annotations.NullMarked;
