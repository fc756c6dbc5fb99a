/**
 * Checkpoint folders: a few named files, written whole or not at all, each with its SHA-256.
 *
 * <p>Layout: {@code checkpoint.json} (schema version, kind, hash of each file) and the files, for
 * example {@code model.safetensors}, {@code policy.json}, {@code config.yaml}. A folder is written
 * beside its place, put on the disk, and renamed. No Java serialization, no pickle.
 */
@NullMarked
package org.strop.policy.checkpoint;

import org.jspecify.annotations.NullMarked;
