package org.strop.sim.cell;

import java.util.SplittableRandom;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.Workpiece;
import org.strop.sim.task.ProduceConfig;

/**
 * One piece of produce as it grew: its shape around its axis and what it is made of. Immutable;
 * what is left of it during an episode is {@link HeightField}.
 *
 * <p>In the produce's own frame, u along the feed from the middle of the stroke and φ around the
 * axis from the line that is up before the fixture turns,
 *
 * <pre>
 *   r(u, φ) = R (1 − taper (u/h)² − lean u/h) + bumps(u, φ)       distance of the skin from the axis
 *   e(u)    = tilt u − bend u²                            the axis, off the spindle's, along φ = 0
 * </pre>
 *
 * with bend such that the line φ = 0 is an arch of radius A where nothing leans: {@code height +
 * tilt u − u²/2A + bumps}.
 */
public final class Produce {
  /** Distance of the sections, m. */
  static final double STEP_M = 0.001;

  private static final int PROFILE_EVERY = 2; // rows of the workpiece: every 2 mm

  private final String kind;
  private final ProduceConfig config;
  private final int sections;
  private final double fromX;
  private final double spindleZ;
  private final double[] offset;
  private final double[] radius;
  private final Waves bumps;
  private final Waves stiffnessWaves;
  private final Waves toughnessWaves;
  private final SoftSpots softSpots;
  private final double meanStiffness;
  private final double[] height;
  private final double[] slope;
  final double skinThickness;
  final double skinToughness;
  final double fleshToughness;
  final double fleshStiffnessShare;
  final double skinStrength;
  final double flowPressure;
  final double friction;

  /** Draws an instance of a kind. Same kind, configuration and seed: same instance. */
  public Produce(String kind, ProduceConfig config, long seed) {
    this.kind = kind;
    this.config = config;
    SplittableRandom random = Streams.PRODUCE.of(seed);
    fromX = config.strokeStartM() - config.overhangM();
    double length = config.strokeLengthM() + 2 * config.overhangM();
    sections = (int) Math.round(length / STEP_M) + 1;
    double top = config.heightM().draw(random);
    double arch = config.archRadiusM().draw(random);
    double tilt = config.tiltRad().draw(random);
    double bump = config.bumpHeightM().draw(random);
    bumps = new Waves(sections, STEP_M, bump, config.bumpLengthM().draw(random), random);
    double middle = config.radiusM().draw(random);
    double taper = config.taper().draw(random);
    double lean = config.lean().draw(random);
    skinThickness = config.skinThicknessM().draw(random);
    skinToughness = config.skinToughnessJPerM2().draw(random);
    fleshToughness = config.fleshToughnessJPerM2().draw(random);
    flowPressure = config.flowPressurePa().draw(random);
    friction = config.friction().draw(random);
    meanStiffness = config.stiffnessNPerM().draw(random);
    double variation = config.variation().draw(random);
    double wave = config.bumpLengthM().middle();
    stiffnessWaves = new Waves(sections, STEP_M, variation, wave, random);
    toughnessWaves = new Waves(sections, STEP_M, variation, wave, random);
    fleshStiffnessShare = config.fleshStiffnessShare().draw(random);
    skinStrength = config.skinStrengthPa().draw(random);
    softSpots = new SoftSpots(config, middle, random);
    spindleZ = top - middle;
    offset = new double[sections];
    radius = new double[sections];
    height = new double[sections];
    shape(arch, tilt, middle, taper, lean);
    slope = slopes(height);
  }

  private void shape(double arch, double tilt, double middle, double taper, double lean) {
    double half = 0.5 * (sections - 1) * STEP_M;
    double bend = 1 / (2 * arch) - middle * taper / (half * half);
    for (int i = 0; i < sections; i++) {
      double u = i * STEP_M - half;
      radius[i] = middle * (1 - taper * u * u / (half * half) - lean * u / half);
      offset[i] = tilt * u - bend * u * u;
      height[i] = spindleZ + offset[i] + radius[i] + bumps.at(i, Sectors.COS[0], Sectors.SIN[0]);
    }
  }

  /** Returns the derivative along x of a table of sections. */
  static double[] slopes(double[] table) {
    double[] slopes = new double[table.length];
    slopes(table, slopes);
    return slopes;
  }

  static void slopes(double[] table, double[] out) {
    for (int i = 0; i < table.length; i++) {
      int a = Math.max(0, i - 1);
      int b = Math.min(table.length - 1, i + 1);
      out[i] = (table[b] - table[a]) / ((b - a) * STEP_M);
    }
  }

  /** Returns the kind, for example {@code cucumber}. */
  public String kind() {
    return kind;
  }

  /** Returns the distributions that it was drawn from; they hold the stroke. */
  public ProduceConfig config() {
    return config;
  }

  int sections() {
    return sections;
  }

  double fromX() {
    return fromX;
  }

  /** Returns the height of the spindle's axis, z in the world, m. */
  double spindleZ() {
    return spindleZ;
  }

  /** Returns how far the produce's axis is off the spindle's at a section, m, along φ = 0. */
  double offset(int section) {
    return offset[section];
  }

  /**
   * Returns the distance of the fresh skin from the axis, m.
   *
   * @param cosines of m φ, as in {@link Waves#at}
   */
  double freshRadius(int section, double[] cosines, double[] sines) {
    return radius[section] + bumps.at(section, cosines, sines);
  }

  /** Returns the elastic stiffness of the fresh surface under the edge, N/m. */
  double stiffness(int section, double angle, double[] cosines, double[] sines) {
    double local = Math.max(0.3, 1 + stiffnessWaves.at(section, cosines, sines));
    return meanStiffness * local * softSpots.at(fromX + section * STEP_M, angle);
  }

  /** Returns the local factor on toughness and flow pressure, about 1. */
  double toughness(int section, double angle, double[] cosines, double[] sines) {
    double local = Math.max(0.3, 1 + toughnessWaves.at(section, cosines, sines));
    return local * softSpots.at(fromX + section * STEP_M, angle);
  }

  /** Returns whether there is produce under x (m). */
  public boolean covers(double x) {
    double u = (x - fromX) / STEP_M;
    return u >= 0 && u <= sections - 1;
  }

  /**
   * Returns the height of the fresh surface's top at x before the fixture turns, m, world; beyond
   * the ends, that of the end.
   */
  public double heightAt(double x) {
    return lookup(height, x);
  }

  /** Returns dz/dx of that. */
  public double slopeAt(double x) {
    return lookup(slope, x);
  }

  double lookup(double[] table, double x) {
    double u = Math.min(Math.max((x - fromX) / STEP_M, 0), sections - 1.000001);
    int i = (int) u;
    return table[i] + (u - i) * (table[i + 1] - table[i]);
  }

  /** Returns what a viewer needs: the fresh profile every 2 mm, rounded to float. */
  public Workpiece workpiece() {
    int rows = (sections - 1) / PROFILE_EVERY + 1;
    float[] profile = new float[rows * 3];
    for (int r = 0; r < rows; r++) {
      int i = r * PROFILE_EVERY;
      profile[3 * r] = (float) (fromX + i * STEP_M);
      profile[3 * r + 1] = (float) height[i];
      profile[3 * r + 2] = (float) radius[i];
    }
    return new Workpiece(kind, FloatMatrix.of(rows, 3, profile), (float) skinThickness);
  }
}
