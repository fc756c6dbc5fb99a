/** Tests. */
@NullMarked
package org.strop.reward.likelihood;

import org.jspecify.annotations.NullMarked;
