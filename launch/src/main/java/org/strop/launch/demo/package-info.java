/**
 * The whole loop once, for several seeds: record, train, attempt, label, reward, fine-tune,
 * evaluate.
 *
 * <p>Each stage of each seed writes a folder of its own and, last of all, a marker; a run that was
 * killed goes on with the first stage that has none. Every stage is a function of its inputs and
 * the seed, so a resumed run ends in the numbers of an undisturbed one.
 */
@NullMarked
package org.strop.launch.demo;

import org.jspecify.annotations.NullMarked;
