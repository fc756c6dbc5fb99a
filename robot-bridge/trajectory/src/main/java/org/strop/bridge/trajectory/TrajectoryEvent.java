package org.strop.bridge.trajectory;

/**
 * Something that happened once, for example a gouge, a torn strip, a fault.
 *
 * @param stampNanos robot clock, ns
 * @param kind short word, for example {@code gouge}, {@code tear}, {@code fault}
 * @param text for people
 */
public record TrajectoryEvent(long stampNanos, String kind, String text) {}
