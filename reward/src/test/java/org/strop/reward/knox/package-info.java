/** Tests of the reproduction. */
@NullMarked
package org.strop.reward.knox;

import org.jspecify.annotations.NullMarked;
