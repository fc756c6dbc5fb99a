package org.strop.sim.operator;

import org.strop.configs.Bounds;

/**
 * What an operator likes, as weights of likings in [0, 1]. All ours.
 *
 * @param thicknessM strip thickness liked best, m
 * @param thicknessToleranceM how far from it the liking falls to e^-½, m
 * @param thicknessWeight weight of thickness, step by step
 * @param unevennessM spread of thickness at which the liking of evenness falls to e^-1, m
 * @param evennessWeight weight of evenness
 * @param forceN wrist force that feels half too much, N
 * @param forceToleranceN width of that transition, N
 * @param forceWeight weight of low force, step by step
 * @param feedMPerS feed speed liked best, m/s
 * @param feedToleranceMPerS how far from it the liking falls to e^-½, m/s
 * @param feedWeight weight of speed, step by step
 * @param coverageWeight weight of the share of the stroke that is peeled
 * @param gougeCost how much one gouge spoils, in nats
 * @param breakCost how much one break of the strip spoils, in nats
 * @param flawWeight weight of flawlessness
 */
public record TasteConfig(
    @Bounds(min = 0) double thicknessM,
    @Bounds(min = 1e-6) double thicknessToleranceM,
    @Bounds(min = 0) double thicknessWeight,
    @Bounds(min = 1e-6) double unevennessM,
    @Bounds(min = 0) double evennessWeight,
    @Bounds(min = 0) double forceN,
    @Bounds(min = 1e-3) double forceToleranceN,
    @Bounds(min = 0) double forceWeight,
    @Bounds(min = 0) double feedMPerS,
    @Bounds(min = 1e-5) double feedToleranceMPerS,
    @Bounds(min = 0) double feedWeight,
    @Bounds(min = 0) double coverageWeight,
    @Bounds(min = 0) double gougeCost,
    @Bounds(min = 0) double breakCost,
    @Bounds(min = 0) double flawWeight) {
  double totalWeight() {
    return thicknessWeight
        + evennessWeight
        + forceWeight
        + feedWeight
        + coverageWeight
        + flawWeight;
  }

  /** Returns the taste a share of the way to another, number by number; at 0 this one exactly. */
  TasteConfig towards(TasteConfig to, double share) {
    return new TasteConfig(
        mix(thicknessM, to.thicknessM, share),
        mix(thicknessToleranceM, to.thicknessToleranceM, share),
        mix(thicknessWeight, to.thicknessWeight, share),
        mix(unevennessM, to.unevennessM, share),
        mix(evennessWeight, to.evennessWeight, share),
        mix(forceN, to.forceN, share),
        mix(forceToleranceN, to.forceToleranceN, share),
        mix(forceWeight, to.forceWeight, share),
        mix(feedMPerS, to.feedMPerS, share),
        mix(feedToleranceMPerS, to.feedToleranceMPerS, share),
        mix(feedWeight, to.feedWeight, share),
        mix(coverageWeight, to.coverageWeight, share),
        mix(gougeCost, to.gougeCost, share),
        mix(breakCost, to.breakCost, share),
        mix(flawWeight, to.flawWeight, share));
  }

  private static double mix(double from, double to, double share) {
    return from + share * (to - from);
  }
}
