/**
 * Turns domain records into protobuf messages of schema {@code strop.v1} and back. The only package
 * that sees the generated classes.
 *
 * <p>Lossless: every float keeps its value, NaN included. Deterministic: equal records give equal
 * bytes, so nothing here uses a protobuf map.
 */
@NullMarked
package org.strop.bridge.trajectory.codec;

import org.jspecify.annotations.NullMarked;
