/** Tests of contrastive. */
@NullMarked
package org.strop.policy.contrastive;

import org.jspecify.annotations.NullMarked;
