package org.strop.sim.task;

import java.util.Optional;
import org.strop.configs.Bounds;
import org.strop.configs.SelfChecking;

/**
 * A kind of produce: distributions from which an instance is drawn. Numbers are ours, of the order
 * that the open literature reports; see {@code sim/docs/mechanics.md}.
 *
 * @param strokeStartM where the stroke starts, x in the world, m
 * @param strokeEndM where it ends, x in the world, m
 * @param overhangM how far the produce reaches beyond the stroke at both ends, m
 * @param heightM height of the surface in the middle of the stroke, z in the world, m
 * @param archRadiusM radius of curvature of the top along the feed, m
 * @param tiltRad how the produce lies in the fixture, slope along the feed, rad
 * @param radiusM radius of the cross-section, m
 * @param taper relative change of that radius from the middle to an end, 1
 * @param lean relative loss of that radius from the middle to the far end of the feed, and gain to
 *     the near end, 1: a pear's neck
 * @param bumpHeightM amplitude of the bumps, m
 * @param bumpLengthM their wavelength, m
 * @param skinThicknessM thickness of the skin, m
 * @param stiffnessNPerM elastic stiffness of the surface under the edge, N/m
 * @param skinToughnessJPerM2 work to cut a unit of area in the skin, J/m²
 * @param fleshToughnessJPerM2 the same in the flesh, J/m²
 * @param flowPressurePa pressure to bend and shear the strip off, per thickness and width, Pa
 * @param friction coefficient between blade and produce, 1
 * @param variation relative size of local changes of stiffness and toughness, 1
 * @param fleshStiffnessShare stiffness of the flesh without its skin, as a share of {@code
 *     stiffnessNPerM}, in (0, 1]
 * @param skinStrengthPa pressure under the edge at which the skin yields before a cut starts, Pa
 * @param softSpots number of bruises, rounded
 * @param softSpotDepth how much of stiffness and toughness is gone in the middle of one, in [0,
 *     0.9]
 * @param softSpotRadiusM radius of one, m
 * @param fixture how this kind is turned, where it differs from the task's: a thicker one needs
 *     more strokes to get round
 */
public record ProduceConfig(
    double strokeStartM,
    double strokeEndM,
    @Bounds(min = 0.002, max = 0.2) double overhangM,
    Range heightM,
    Range archRadiusM,
    Range tiltRad,
    Range radiusM,
    Range taper,
    Range lean,
    Range bumpHeightM,
    Range bumpLengthM,
    Range skinThicknessM,
    Range stiffnessNPerM,
    Range skinToughnessJPerM2,
    Range fleshToughnessJPerM2,
    Range flowPressurePa,
    Range friction,
    Range variation,
    Range fleshStiffnessShare,
    Range skinStrengthPa,
    Range softSpots,
    Range softSpotDepth,
    Range softSpotRadiusM,
    Optional<FixtureConfig> fixture)
    implements SelfChecking {
  @Override
  public void check(Problems problems) {
    if (!(strokeEndM > strokeStartM)) {
      problems.add(
          "stroke_end_m",
          "is " + strokeEndM + ", but must be above stroke_start_m (" + strokeStartM + ")",
          "raise stroke_end_m");
    }
    positive(problems, "arch_radius_m", archRadiusM);
    positive(problems, "radius_m", radiusM);
    positive(problems, "bump_length_m", bumpLengthM);
    positive(problems, "skin_thickness_m", skinThicknessM);
    positive(problems, "stiffness_n_per_m", stiffnessNPerM);
    positive(problems, "skin_toughness_j_per_m2", skinToughnessJPerM2);
    positive(problems, "flesh_toughness_j_per_m2", fleshToughnessJPerM2);
    positive(problems, "flow_pressure_pa", flowPressurePa);
    positive(problems, "skin_strength_pa", skinStrengthPa);
    positive(problems, "flesh_stiffness_share", fleshStiffnessShare);
    positive(problems, "soft_spot_radius_m", softSpotRadiusM);
    within(problems, "flesh_stiffness_share", fleshStiffnessShare, 1);
    within(problems, "taper", taper, 0.9);
    within(problems, "friction", friction, 2);
    within(problems, "variation", variation, 0.9);
    within(problems, "soft_spots", softSpots, 20);
    within(problems, "soft_spot_depth", softSpotDepth, 0.9);
  }

  private static void positive(Problems problems, String key, Range range) {
    if (!(range.min() > 0)) {
      problems.add(key, "min is " + range.min() + ", but must be above 0", "raise min");
    }
  }

  private static void within(Problems problems, String key, Range range, double max) {
    if (!(range.min() >= 0 && range.max() <= max)) {
      String found = "[" + range.min() + ", " + range.max() + "]";
      problems.add(key, "is " + found + ", but must be in [0, " + max + "]", "choose from there");
    }
  }

  /** Returns the length of the stroke, m. */
  public double strokeLengthM() {
    return strokeEndM - strokeStartM;
  }
}
