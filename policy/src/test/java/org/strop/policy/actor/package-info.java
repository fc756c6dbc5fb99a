/** Tests of actor. */
@NullMarked
package org.strop.policy.actor;

import org.jspecify.annotations.NullMarked;
