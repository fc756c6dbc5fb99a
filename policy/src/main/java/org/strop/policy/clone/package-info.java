/**
 * Behaviour cloning of an actor: the start of contrastive preference learning, and the baseline
 * that it has to beat.
 */
@NullMarked
package org.strop.policy.clone;

import org.jspecify.annotations.NullMarked;
