/** Tests of checkpoint. */
@NullMarked
package org.strop.policy.checkpoint;

import org.jspecify.annotations.NullMarked;
