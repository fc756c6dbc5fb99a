/**
 * Rewards from people's choices alone: the published arrays, and cross-validated accuracy on them.
 */
@NullMarked
package org.strop.reward.pairs;

import org.jspecify.annotations.NullMarked;
