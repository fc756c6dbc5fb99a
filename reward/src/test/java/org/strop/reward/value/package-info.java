/** Tests. */
@NullMarked
package org.strop.reward.value;

import org.jspecify.annotations.NullMarked;
