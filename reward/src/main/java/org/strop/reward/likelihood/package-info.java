/** Models of how a person answers, given the returns of two segments. */
@NullMarked
package org.strop.reward.likelihood;

import org.jspecify.annotations.NullMarked;
