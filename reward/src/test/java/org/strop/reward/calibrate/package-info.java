/** Tests. */
@NullMarked
package org.strop.reward.calibrate;

import org.jspecify.annotations.NullMarked;
