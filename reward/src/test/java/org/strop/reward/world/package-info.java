/** Tests of the worlds. */
@NullMarked
package org.strop.reward.world;

import org.jspecify.annotations.NullMarked;
