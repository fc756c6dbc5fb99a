/** Tests. */
@NullMarked
package org.strop.reward.choice;

import org.jspecify.annotations.NullMarked;
