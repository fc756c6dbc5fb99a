/**
 * Measurements of speed and memory. Wall time is measured here and nowhere enters a result of the
 * simulator; medians of several runs, since other processes load a machine.
 */
@NullMarked
package org.strop.launch.bench;

import org.jspecify.annotations.NullMarked;
