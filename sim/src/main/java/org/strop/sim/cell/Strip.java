package org.strop.sim.cell;

/**
 * One strip of peel.
 *
 * @param stroke in which it came off, from 0
 * @param rotationRad turn of the fixture then, rad
 * @param fromX where it begins, x in the world, m
 * @param toX where it ends, m
 * @param lengthM its length along the feed, m
 * @param meanThicknessM thickness in its middle, mean over its length, m
 * @param thicknessSpreadM standard deviation of that, m
 * @param meanWidthM mean width, m
 * @param volumeM3 volume, m³
 * @param torn whether it broke off inside the produce, not at the stroke's end
 */
public record Strip(
    int stroke,
    double rotationRad,
    double fromX,
    double toX,
    double lengthM,
    double meanThicknessM,
    double thicknessSpreadM,
    double meanWidthM,
    double volumeM3,
    boolean torn) {}
