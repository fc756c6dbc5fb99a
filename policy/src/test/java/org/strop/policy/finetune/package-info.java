/** Tests of finetune. */
@NullMarked
package org.strop.policy.finetune;

import org.jspecify.annotations.NullMarked;
