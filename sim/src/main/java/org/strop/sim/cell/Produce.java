package org.strop.sim.cell;

import java.util.SplittableRandom;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.Workpiece;
import org.strop.sim.task.ProduceConfig;

/**
 * One piece of produce in the fixture: its top along the feed direction and what it is made of,
 * tabulated on a grid. Immutable; lookups allocate nothing.
 */
public final class Produce {
  private static final double GRID_M = 0.0005;
  private static final int PROFILE_EVERY = 4; // rows of the workpiece: every 2 mm
  private static final int WAVES = 4;

  private final String kind;
  private final ProduceConfig config;
  private final double fromX;
  private final double[] height;
  private final double[] slope;
  private final double[] radius;
  private final double[] stiffness;
  private final double[] toughness;
  final double skinThickness;
  final double skinToughness;
  final double fleshToughness;
  final double flowPressure;
  final double friction;

  /** Draws an instance of a kind. Same kind, configuration and seed: same instance. */
  public Produce(String kind, ProduceConfig config, long seed) {
    this.kind = kind;
    this.config = config;
    SplittableRandom random = Streams.PRODUCE.of(seed);
    fromX = config.strokeStartM() - config.overhangM();
    int n = (int) Math.round((config.strokeLengthM() + 2 * config.overhangM()) / GRID_M) + 1;
    height = drawHeight(n, random);
    radius = drawRadius(n, random);
    skinThickness = config.skinThicknessM().draw(random);
    skinToughness = config.skinToughnessJPerM2().draw(random);
    fleshToughness = config.fleshToughnessJPerM2().draw(random);
    flowPressure = config.flowPressurePa().draw(random);
    friction = config.friction().draw(random);
    double mean = config.stiffnessNPerM().draw(random);
    double variation = config.variation().draw(random);
    stiffness = waves(n, variation * mean, config.bumpLengthM().middle(), random);
    toughness = waves(n, variation, config.bumpLengthM().middle(), random);
    slope = new double[n];
    for (int i = 0; i < n; i++) {
      stiffness[i] = Math.max(0.3 * mean, mean + stiffness[i]);
      toughness[i] = Math.max(0.3, 1 + toughness[i]);
      int a = Math.max(0, i - 1);
      int b = Math.min(n - 1, i + 1);
      slope[i] = (height[b] - height[a]) / ((b - a) * GRID_M);
    }
  }

  // z(x) = height + tilt u − u² / 2A + bumps, with u from the middle of the stroke.
  private double[] drawHeight(int n, SplittableRandom random) {
    double top = config.heightM().draw(random);
    double arch = config.archRadiusM().draw(random);
    double tilt = config.tiltRad().draw(random);
    double bump = config.bumpHeightM().draw(random);
    double[] z = waves(n, bump, config.bumpLengthM().draw(random), random);
    for (int i = 0; i < n; i++) {
      double u = (i - 0.5 * (n - 1)) * GRID_M;
      z[i] += top + tilt * u - u * u / (2 * arch);
    }
    return z;
  }

  private double[] drawRadius(int n, SplittableRandom random) {
    double middle = config.radiusM().draw(random);
    double taper = config.taper().draw(random);
    double[] r = new double[n];
    for (int i = 0; i < n; i++) {
      double u = 2.0 * i / (n - 1) - 1;
      r[i] = middle * (1 - taper * u * u);
    }
    return r;
  }

  /** Returns a smooth random function: sines of about the wavelength, total amplitude about 1. */
  private static double[] waves(
      int n, double amplitude, double wavelength, SplittableRandom random) {
    double[] sum = new double[n];
    for (int k = 0; k < WAVES; k++) {
      double frequency = 2 * Math.PI / (wavelength * (0.7 + 0.9 * random.nextDouble()));
      double phase = 2 * Math.PI * random.nextDouble();
      double share = amplitude * (0.3 + 0.7 * random.nextDouble()) / Math.sqrt(WAVES);
      for (int i = 0; i < n; i++) {
        sum[i] += share * Math.sin(frequency * i * GRID_M + phase);
      }
    }
    return sum;
  }

  /** Returns the kind, for example {@code cucumber}. */
  public String kind() {
    return kind;
  }

  /** Returns the distributions that it was drawn from; they hold the stroke. */
  public ProduceConfig config() {
    return config;
  }

  /** Returns whether there is produce under x (m). */
  public boolean covers(double x) {
    double u = (x - fromX) / GRID_M;
    return u >= 0 && u <= height.length - 1;
  }

  /** Returns the height of the surface at x, m, world; beyond the ends, that of the end. */
  public double heightAt(double x) {
    return lookup(height, x);
  }

  /** Returns dz/dx of the surface. */
  public double slopeAt(double x) {
    return lookup(slope, x);
  }

  double radiusAt(double x) {
    return lookup(radius, x);
  }

  double stiffnessAt(double x) {
    return lookup(stiffness, x);
  }

  /** Returns the local factor on toughness and flow pressure, about 1. */
  double toughnessAt(double x) {
    return lookup(toughness, x);
  }

  private double lookup(double[] table, double x) {
    double u = Math.min(Math.max((x - fromX) / GRID_M, 0), table.length - 1.000001);
    int i = (int) u;
    double share = u - i;
    return table[i] + share * (table[i + 1] - table[i]);
  }

  /** Returns what a viewer needs: the profile every 2 mm, rounded to float. */
  public Workpiece workpiece() {
    int rows = (height.length - 1) / PROFILE_EVERY + 1;
    float[] profile = new float[rows * 3];
    for (int r = 0; r < rows; r++) {
      int i = r * PROFILE_EVERY;
      profile[3 * r] = (float) (fromX + i * GRID_M);
      profile[3 * r + 1] = (float) height[i];
      profile[3 * r + 2] = (float) radius[i];
    }
    return new Workpiece(kind, FloatMatrix.of(rows, 3, profile), (float) skinThickness);
  }
}
