/** Tests. */
@NullMarked
package org.strop.reward.compare;

import org.jspecify.annotations.NullMarked;
