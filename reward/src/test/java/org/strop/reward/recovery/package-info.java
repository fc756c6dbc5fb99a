/** Tests of the random worlds. */
@NullMarked
package org.strop.reward.recovery;

import org.jspecify.annotations.NullMarked;
