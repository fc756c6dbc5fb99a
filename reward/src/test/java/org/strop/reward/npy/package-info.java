/** Tests. */
@NullMarked
package org.strop.reward.npy;

import org.jspecify.annotations.NullMarked;
