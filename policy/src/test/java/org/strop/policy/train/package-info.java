/** Tests of train. */
@NullMarked
package org.strop.policy.train;

import org.jspecify.annotations.NullMarked;
