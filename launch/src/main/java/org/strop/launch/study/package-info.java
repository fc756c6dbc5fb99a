/**
 * How well a reward's configuration does on simulated operators, whose hidden utility is known.
 *
 * <p>Decisions. (1) Configurations meet the same attempts, answers and fresh attempts, so
 * differences are paired by seed. (2) Attempts are demonstrations: no policy is needed, and an
 * operator's answers pass through its own noise. (3) What counts is Kendall's tau on attempts that
 * nobody judged; held-out figures stand beside it.
 */
@NullMarked
package org.strop.launch.study;

import org.jspecify.annotations.NullMarked;
