/** Tests of clone. */
@NullMarked
package org.strop.policy.clone;

import org.jspecify.annotations.NullMarked;
