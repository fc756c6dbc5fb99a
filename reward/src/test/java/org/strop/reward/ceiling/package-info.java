/** Tests. */
@NullMarked
package org.strop.reward.ceiling;

import org.jspecify.annotations.NullMarked;
