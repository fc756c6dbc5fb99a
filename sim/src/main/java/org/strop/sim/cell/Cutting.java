package org.strop.sim.cell;

import org.strop.sim.task.BladeConfig;
import org.strop.sim.task.CuttingConfig;

/**
 * Contact and cutting between the edge and the produce: from the edge's depth, attack angle and
 * speed to forces, and the depth of cut that they lead to. Equations and sources: {@code
 * sim/docs/mechanics.md}, section 2. Allocates nothing; one per cell.
 */
final class Cutting {
  private final Produce produce;
  private final CuttingConfig config;
  private final BladeConfig blade;

  /** Depth of cut: how deep the edge runs below the undeformed surface, m. */
  private double cut;

  private double wear;

  /** After a tear the edge climbs out, then bites again. */
  private boolean torn;

  private int tears;

  // Results of the last contact, read by the cell.
  double normalForce;
  double dragForce;
  double elasticDepth;

  private double resistance;
  private double depth;
  private double stiffness;
  private double radius;

  Cutting(Produce produce, BladeConfig blade, CuttingConfig config) {
    this.produce = produce;
    this.blade = blade;
    this.config = config;
  }

  /**
   * Computes {@link #normalForce} and {@link #dragForce} (N, at least 0) for an edge at (x, z).
   *
   * @param cosSlope cosine of the slope's angle
   * @param attack angle between blade and surface, rad
   * @param speed along the surface, m/s
   * @param closing rate at which the edge goes deeper, m/s
   * @param mass that hits the surface, kg
   */
  void contact(
      double x,
      double z,
      double cosSlope,
      double attack,
      double speed,
      double closing,
      double mass) {
    depth = produce.covers(x) ? (produce.heightAt(x) - z) * cosSlope : 0;
    if (depth <= 0) {
      leave();
      return;
    }
    cut = Math.min(cut, depth);
    elasticDepth = depth - cut; // e = d − t
    stiffness = produce.stiffnessAt(x);
    radius = produce.radiusAt(x);
    double damping = 2 * config.contactDamping() * Math.sqrt(stiffness * mass);
    double fade = Math.min(1, elasticDepth / 1e-4); // no damping force before the surface is met
    normalForce = Math.max(0, stiffness * elasticDepth + fade * damping * closing); // N = K e + c ḋ
    double local = produce.toughnessAt(x);
    double rate = 1 + config.rateFactor() * Math.log1p(Math.abs(speed) / config.rateSpeedMPerS());
    double perWidth = local * rate * (toughness() + produce.flowPressure * cut); // (G(t) + σ t)
    double along = chord(depth) * perWidth; // cutting force
    resistance = along * thrustRatio(attack);
    dragForce = produce.friction * normalForce + (cut > 0 ? along : 0);
  }

  private void leave() {
    depth = 0;
    cut = 0;
    wear = 0;
    torn = false;
    elasticDepth = 0;
    normalForce = 0;
    dragForce = 0;
    resistance = 0;
  }

  /** G(t): the skin's toughness at the surface, the flesh's below it, smooth in between. */
  private double toughness() {
    double r = cut / produce.skinThickness;
    double share = 1 / (1 + r * r * r * r);
    return produce.fleshToughness + (produce.skinToughness - produce.fleshToughness) * share;
  }

  /** η(α) = cot(α + friction angle): thrust for each newton of cutting force, at least 0.02. */
  private double thrustRatio(double attack) {
    double angle = Math.min(Math.max(attack + blade.frictionAngleRad(), 0.05), 1.55);
    return 1 / Math.tan(angle);
  }

  /** Chord of the cross-section at a depth: w(d) = 2 √(2 R d − d²), at most the blade's width. */
  private double chord(double d) {
    double c = Math.min(d, radius);
    return Math.min(blade.widthM(), 2 * Math.sqrt(c * (2 * radius - c)));
  }

  /**
   * Moves the edge through the material: the path turns down while thrust exceeds what the cut
   * sustains, never steeper than the flank allows.
   *
   * @param travel along the surface in this substep, m
   * @param acceleration along the surface, m/s²
   * @param dt substep, s
   * @return whether the strip tore
   */
  boolean advance(double travel, double attack, double acceleration, double dt) {
    if (depth <= 0 || travel <= 0) {
      return false;
    }
    double steepest = Math.tan(Math.min(attack - blade.bevelRad(), 1.2));
    double turn = (normalForce - resistance) / (stiffness * config.pathLengthM());
    double path = torn ? -config.maxRiseSlope() : Math.min(turn, steepest);
    path = Math.max(-config.maxRiseSlope(), path); // dt/ds
    cut = Math.min(depth, Math.max(0, cut + path * travel));
    return wears(travel, acceleration, dt);
  }

  private boolean wears(double travel, double acceleration, double dt) {
    torn &= cut > 0;
    if (!cutting()) {
      wear = 0;
      return false;
    }
    double thin = Math.max(0, 1 - cut / config.tearThicknessM());
    double jerky = Math.max(0, Math.abs(acceleration) - config.tearAccelerationMPerS2());
    wear += thin * travel / config.tearLengthM() + jerky * dt / config.tearSpeedMPerS();
    wear = thin > 0 || jerky > 0 ? wear : wear * (1 - Math.min(1, travel / config.tearLengthM()));
    if (wear < 1) {
      return false;
    }
    wear = 0;
    torn = true;
    tears++;
    return true;
  }

  private boolean cutting() {
    return !torn && cut >= config.stripThicknessM();
  }

  boolean touching() {
    return depth > 0;
  }

  int tears() {
    return tears;
  }

  double depthOfCut() {
    return cut;
  }

  /** Energy in the elastic contact of an edge at (x, z), J. */
  double elasticEnergy(double x, double z) {
    if (!produce.covers(x)) {
      return 0;
    }
    double slope = produce.slopeAt(x);
    double e = (produce.heightAt(x) - z) / Math.sqrt(1 + slope * slope) - cut;
    return e > 0 ? 0.5 * produce.stiffnessAt(x) * e * e : 0;
  }

  /** Writes thickness, width, slip, gouge as {@code Channels.CUT}; speed along the surface, m/s. */
  void write(double speed, float[] out) {
    boolean strip = cutting() && speed > config.slipSpeedMPerS();
    out[0] = strip ? (float) cut : 0;
    out[1] = strip ? (float) chord(cut) : 0;
    out[2] = touching() && !cutting() ? (float) Math.abs(speed) : 0;
    out[3] = cutting() ? (float) Math.max(0, cut - config.gougeDepthM()) : 0;
  }
}
