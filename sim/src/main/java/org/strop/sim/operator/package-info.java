/**
 * Simulated operators: people with a taste of their own, who answer noisily and through the same
 * panel as a person.
 *
 * <p>Decisions. (1) A taste is a function of what the replay shows and of nothing else; the task's
 * metrics and its success are not part of it. (2) Noise parameters keep the names and the meaning
 * of the scripted teachers of B-Pref (Lee et al. 2021, arXiv 2111.03026), so that numbers compare.
 * (3) An answer depends on the operator's seed, on what is asked, and, for operators that tire or
 * drift, on how many answers they gave before; never on time. Asking again gives the same answer,
 * and a resumed session goes on as an undisturbed one. (4) Fatigue, drift and side bias are
 * optional keys: an operator without them answers to the bit as before they were there.
 */
@NullMarked
package org.strop.sim.operator;

import org.jspecify.annotations.NullMarked;
