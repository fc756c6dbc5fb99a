/** Tests of diffusion. */
@NullMarked
package org.strop.policy.diffusion;

import org.jspecify.annotations.NullMarked;
