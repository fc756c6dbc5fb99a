/**
 * Contrastive preference learning against behaviour cloning and against "learn a reward, then
 * optimise it", from regret-made labels on the simulator's transfer suite.
 *
 * <p>Decisions. (1) The expert stands for π*: V(s) is the return of the expert rolled out from the
 * restored state to the end of the episode, exact in a deterministic simulator; a segment's regret
 * is V(s₀) − (R + V(s_T)). (2) All arms of a (task, seed) share data, labels, evaluation episodes
 * and the number of optimiser steps of a policy; seeds are paired. (3) Each arm's result is written
 * whole, once done: a killed run goes on with the next arm. (4) Everything random comes from named
 * streams of the seed.
 */
@NullMarked
package org.strop.launch.reproduce.cpl;

import org.jspecify.annotations.NullMarked;
