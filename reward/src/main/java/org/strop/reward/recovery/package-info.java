/**
 * Which rewards come back from labels? Random grid worlds, labels drawn from a preference model
 * that is known, rewards fitted under the same model or another.
 *
 * <p>Decisions. Worlds are small deliveries: a ground that costs, one goal, holes, good and bad
 * cells, in the sizes and proportions that Knox et al. (arXiv 2206.02231, appendix) draw from as
 * far as they are known to us; features of an object add to those of the ground, as in the
 * published delivery domain, so that staying at a good cell pays nothing (ours). All arms see the
 * same pairs and labels, so comparisons are paired world by world.
 */
@NullMarked
package org.strop.reward.recovery;

import org.jspecify.annotations.NullMarked;
