/**
 * A folder of episodes with a manifest.
 *
 * <pre>
 *   manifest.json          schema version, channels, statistics, list of episodes with checksums
 *   episodes/ID.mcap       one file per episode
 * </pre>
 *
 * <p>An episode is written to a temporary name, forced to disk and renamed, then the manifest the
 * same way. A kill between the two leaves a whole episode that the manifest does not list yet;
 * readers and writers take it in. No file holds a wall-clock time: equal trajectories, added in the
 * same order, give equal bytes. One writer at a time.
 */
@NullMarked
package org.strop.bridge.trajectory.dataset;

import org.jspecify.annotations.NullMarked;
