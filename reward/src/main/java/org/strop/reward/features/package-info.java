/**
 * What a reward sees of a step: numbers from its observation and action, and their scaling. Nothing
 * of the future, and never the task metrics that it is fitted to.
 */
@NullMarked
package org.strop.reward.features;

import org.jspecify.annotations.NullMarked;
