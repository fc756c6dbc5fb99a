/** Tests. */
@NullMarked
package org.strop.reward.model;

import org.jspecify.annotations.NullMarked;
