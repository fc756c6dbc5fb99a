package org.strop.bridge.trajectory;

/**
 * A choice between two segments.
 *
 * @param labelId unique
 * @param first shown first (left)
 * @param second shown second (right)
 * @param choice the answer
 * @param provenance who said it
 */
public record PreferenceLabel(
    String labelId, SegmentRef first, SegmentRef second, Choice choice, Provenance provenance) {}
