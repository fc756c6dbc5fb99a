/** Tests of the regret model. */
@NullMarked
package org.strop.reward.regret;

import org.jspecify.annotations.NullMarked;
