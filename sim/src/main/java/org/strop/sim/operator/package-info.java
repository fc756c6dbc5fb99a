/**
 * Simulated operators: people with a taste of their own, who answer noisily and through the same
 * panel as a person.
 *
 * <p>Decisions. (1) A taste is a function of what the replay shows and of nothing else; the task's
 * metrics and its success are not part of it. (2) Noise parameters keep the names and the meaning
 * of the scripted teachers of B-Pref (Lee et al. 2021, arXiv 2111.03026), so that numbers compare.
 * (3) An answer depends on the operator's seed and on what is asked, not on when: asking again
 * gives the same answer, and a resumed session goes on as an undisturbed one.
 */
@NullMarked
package org.strop.sim.operator;

import org.jspecify.annotations.NullMarked;
