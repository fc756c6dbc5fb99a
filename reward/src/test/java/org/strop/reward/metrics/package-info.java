/** Tests. */
@NullMarked
package org.strop.reward.metrics;

import org.jspecify.annotations.NullMarked;
