/** Tests. */
@NullMarked
package org.strop.reward.features;

import org.jspecify.annotations.NullMarked;
