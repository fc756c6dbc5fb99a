package org.strop.bridge.control.robot;

/**
 * Coordinate frames, as in the headers of the messages.
 *
 * @param world of poses and commands; x feed, y lateral, z up
 * @param wrench of the force-torque sensor
 */
public record FrameNames(String world, String wrench) {}
