package org.strop.sim.task;

import org.strop.configs.Bounds;

/**
 * Constants of cutting that do not depend on the produce; see {@code sim/docs/mechanics.md}. All
 * ours: a reduced model, tuned to the forces and thicknesses that people report.
 *
 * @param pathLengthM travel in which the edge's path turns toward the depth that balances, m
 * @param maxRiseSlope steepest path on which the edge climbs out of the material, 1; at most the
 *     friction coefficient, or cutting could create energy
 * @param contactDamping share of critical damping of the elastic contact, 1
 * @param slipSpeedMPerS speed below which friction grows linearly with speed, m/s
 * @param rateSpeedMPerS reference speed of the rate effect, m/s
 * @param rateFactor the rate effect: resistance grows by this factor per e-fold of speed, 1
 * @param stripThicknessM thinnest material that comes off as a strip, m
 * @param gougeDepthM depth from which a cut is a gouge into the flesh, m
 * @param tearThicknessM a strip thinner than this wears toward a tear, m
 * @param tearLengthM travel at thickness 0 of a wearing strip until it tears, m
 * @param tearAccelerationMPerS2 acceleration along the feed that a strip bears, m/s²
 * @param tearSpeedMPerS change of speed beyond that which tears it, m/s
 */
public record CuttingConfig(
    @Bounds(min = 1e-4, max = 0.1) double pathLengthM,
    @Bounds(min = 0, max = 1) double maxRiseSlope,
    @Bounds(min = 0, max = 2) double contactDamping,
    @Bounds(min = 1e-5, max = 0.1) double slipSpeedMPerS,
    @Bounds(min = 1e-5, max = 1) double rateSpeedMPerS,
    @Bounds(min = 0, max = 2) double rateFactor,
    @Bounds(min = 0, max = 0.01) double stripThicknessM,
    @Bounds(min = 1e-4, max = 0.05) double gougeDepthM,
    @Bounds(min = 0, max = 0.01) double tearThicknessM,
    @Bounds(min = 1e-4, max = 0.1) double tearLengthM,
    @Bounds(min = 0, max = 100) double tearAccelerationMPerS2,
    @Bounds(min = 1e-4, max = 10) double tearSpeedMPerS) {}
