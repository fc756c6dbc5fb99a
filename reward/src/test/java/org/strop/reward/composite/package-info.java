/** Tests. */
@NullMarked
package org.strop.reward.composite;

import org.jspecify.annotations.NullMarked;
