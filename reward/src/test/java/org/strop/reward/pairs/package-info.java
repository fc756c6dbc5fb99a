/** Tests. */
@NullMarked
package org.strop.reward.pairs;

import org.jspecify.annotations.NullMarked;
