/**
 * The MCAP container: reader and writer, written from the format's specification (mcap.dev/spec).
 *
 * <p>Why our own: there is no MCAP library for Java. Chunks are compressed with zstd or not at all;
 * lz4 is refused with a message that says how to convert. What is read is bounded before it is
 * allocated: a record by the rest of its file, a chunk by {@link
 * org.strop.bridge.trajectory.mcap.McapLimits}.
 *
 * <p>Only whole chunks count after a crash, so whoever writes live data keeps chunks small ({@link
 * org.strop.bridge.trajectory.mcap.McapOptions#live}).
 */
@NullMarked
package org.strop.bridge.trajectory.mcap;

import org.jspecify.annotations.NullMarked;
