/**
 * The raw log: every sample as it came, each with its own stamp, before any alignment. It is the
 * source of truth of a recording, and survives a kill at any moment.
 */
@NullMarked
package org.strop.bridge.trajectory.log;

import org.jspecify.annotations.NullMarked;
