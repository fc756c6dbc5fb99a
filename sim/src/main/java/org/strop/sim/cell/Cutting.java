package org.strop.sim.cell;

import org.strop.sim.task.BladeConfig;
import org.strop.sim.task.CuttingConfig;

/**
 * Contact and cutting between the edge and what is left of the produce: from the edge's depth,
 * attack angle and speed to forces, and the depth of cut that they lead to. Equations and sources:
 * {@code sim/docs/mechanics.md}, section 2. Allocates nothing; one per cell.
 *
 * <p>For each substep: {@link #meet}, {@link #press}, (the carrier moves), {@link #advance}.
 */
final class Cutting {
  /** Further above the surface than this there is no contact to look for, m. */
  private static final double NEAR_M = 0.004;

  /** The contact's damper fades in over this depression, m. */
  private static final double FADE_M = 1e-4;

  /** A strip that ends this close to an end of the stroke did not break, m. */
  private static final double END_M = 0.004;

  private final HeightField field;
  private final Produce produce;
  private final CuttingConfig config;
  private final BladeConfig blade;
  private final StripLog strips;
  private final Engagement engaged;
  private final WorkSums work = new WorkSums();

  /** Depth of cut: how deep the edge runs below the undeformed surface, m. */
  private double cut;

  /** Whether the edge is in the material; before that it skids. */
  private boolean started;

  private double wear;

  /** After a tear the edge climbs out, then bites again. */
  private boolean torn;

  private int tears;
  private int gouges;
  private boolean gouging;
  private int stroke;

  // The contact of this substep.
  private double edgeX;
  private double depth;
  private double sinSlope;
  private double cosSlope = 1;
  private double attack;
  private double along;
  private double across;
  private double closing;
  private double stiffness;
  private double elastic;
  private double damping;
  private double lastGap;
  private double normalForce;
  private double frictionDrag;
  private double fractureDrag;
  private double flowDrag;
  private double resistance;
  private double critical;

  Cutting(HeightField field, BladeConfig blade, CuttingConfig config, StripLog strips) {
    this.field = field;
    this.produce = field.produce();
    this.blade = blade;
    this.config = config;
    this.strips = strips;
    engaged = new Engagement(field, blade);
  }

  /** Finds the surface under the edge; cuts the sections that it has passed. */
  void meet(EdgeState edge, ContactLoad load) {
    double slope = field.slopeAt(edge.x);
    cosSlope = 1 / Math.sqrt(1 + slope * slope);
    sinSlope = slope * cosSlope;
    load.clear();
    load.nx = -sinSlope;
    load.nz = cosSlope;
    load.tx = cosSlope;
    load.tz = sinSlope;
    attack = edge.pitch + Math.atan(slope); // α = θ + φ
    along = edge.vx * cosSlope + edge.vz * sinSlope;
    across = edge.vy;
    closing = edge.vx * sinSlope - edge.vz * cosSlope; // ḋ, to first order
    if (!produce.covers(edge.x) || edge.z > field.heightAt(edge.x) + NEAR_M) {
      leave();
      engaged.forget();
      return;
    }
    while (engaged.passed(edge.x)) {
      pass(edge.y);
      engaged.shift();
    }
    edgeX = edge.x;
    boolean fresh = engaged.place(edge.x, edge.y);
    double gap = engaged.gap();
    lastGap = fresh ? gap : lastGap;
    depth = (engaged.top() - edge.z) * cosSlope;
    if (depth <= 0) {
      leave();
    } else { // where an earlier cut ends, the edge runs into the material that it left
      cut = Math.min(depth, Math.max(0, cut - (gap - lastGap) * cosSlope));
      started = cut > 0 || started;
    }
    lastGap = gap;
  }

  /** Cuts the section that the edge passes. */
  private void pass(double y) {
    if (cut <= 0) {
      return;
    }
    Section s = engaged.ahead();
    double area = field.cut(s, s.top - cut / cosSlope, y);
    if (cutting()) {
      strips.add(stroke, field.rotation(), field.x(s.index), cut, engaged.width, area);
    }
  }

  private void leave() {
    strips.end(inside());
    depth = 0;
    cut = 0;
    wear = 0;
    started = false;
    torn = false;
    gouging = false;
    elastic = 0;
    normalForce = 0;
    frictionDrag = 0;
    fractureDrag = 0;
    flowDrag = 0;
  }

  /** Whether a strip that ends here broke: at an end of the stroke it just ends. */
  private boolean inside() {
    double from = produce.config().strokeStartM() + END_M;
    return edgeX > from && edgeX < produce.config().strokeEndM() - END_M;
  }

  /**
   * Writes the load of the contact.
   *
   * @param mass that hits the surface, kg
   */
  void press(EdgeState edge, double mass, ContactLoad load) {
    if (depth <= 0) {
      return;
    }
    elastic = depth - cut; // e = d − t
    stiffness = engaged.stiffness(edge.x);
    double fade = Math.min(1, elastic / FADE_M); // no damping force before the surface is met
    damping = fade * 2 * config.contactDamping() * Math.sqrt(stiffness * mass);
    normalForce = Math.max(0, stiffness * elastic + damping * closing); // N = K e + c ḋ
    resist(field.toughnessAt(edge.x));
    load.normalForce = normalForce;
    load.dragAlong = frictionDrag + fractureDrag + flowDrag;
    load.dragAcross = frictionDrag + fractureDrag;
  }

  /** Drags of friction and cutting, and the thrust that the cut sustains. */
  private void resist(double local) {
    double floor = config.slipSpeedMPerS();
    double push = Math.max(Math.abs(along), floor);
    double slicePush = across / push; // ξ
    double sliced = 1 / (1 + slicePush * slicePush);
    double factor = local * (1 + config.rateFactor() * Math.log1p(push / config.rateSpeedMPerS()));
    double thrust = thrustRatio();
    frictionDrag = produce.friction * normalForce / Math.max(Math.hypot(along, across), floor);
    fractureDrag = 0;
    flowDrag = 0;
    resistance = 0;
    if (!started) {
      engaged.sum(depth, cosSlope, true);
      critical = thrust * local * sliced * engaged.critical;
      return;
    }
    engaged.sum(cut, cosSlope, false);
    double fracture = factor * sliced * engaged.fracture; // V = R w / (1 + ξ²)
    double flow = factor * engaged.flow;
    resistance = thrust * (fracture + flow);
    if (along > 0) {
      fractureDrag = fracture / push;
      flowDrag = flow / push;
    }
  }

  /** η(α) = cot(α + friction angle): thrust for each newton of cutting force, at least 0.02. */
  private double thrustRatio() {
    double angle = Math.min(Math.max(attack + blade.frictionAngleRad(), 0.05), 1.55);
    return 1 / Math.tan(angle);
  }

  /**
   * Moves the edge through the material after the carrier has moved: the path turns down while
   * thrust exceeds what the cut sustains, never steeper than the flank allows.
   *
   * @param edge after the substep
   * @param dt substep, s
   * @return whether the strip tore
   */
  boolean advance(EdgeState edge, double dt) {
    double before = along;
    along = edge.vx * cosSlope + edge.vz * sinSlope;
    if (depth <= 0) {
      return false;
    }
    across = edge.vy;
    double sinking = edge.vx * sinSlope - edge.vz * cosSlope;
    double travel = along * dt;
    double sunk = -cut;
    boolean tore = false;
    if (travel > 0) {
      deepen(travel);
      tore = wears(travel, (along - before) / dt, dt);
    }
    sunk += cut;
    account(sinking, sunk, dt);
    return tore;
  }

  private void deepen(double travel) {
    double steepest = Math.tan(Math.min(attack - blade.bevelRad(), 1.2));
    if (!started) {
      started = normalForce > critical && steepest > 0;
      return;
    }
    double turn = (normalForce - resistance) / (stiffness * config.pathLengthM());
    double path = torn ? -config.maxRiseSlope() : Math.min(turn, steepest);
    path = Math.max(-config.maxRiseSlope(), path); // dt/ds
    cut = Math.min(depth, Math.max(0, cut + path * travel));
    started = cut > 0;
    torn &= started;
  }

  private boolean wears(double travel, double acceleration, double dt) {
    if (!cutting()) {
      wear = 0;
      gouging = false;
      strips.end(inside());
      return false;
    }
    boolean gouge = cut > config.gougeDepthM();
    gouges += gouge && !gouging ? 1 : 0;
    gouging = gouge;
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
    strips.end(true);
    return true;
  }

  /** Adds this substep's work; the forces acted at the new velocity. */
  private void account(double sinking, double sunk, double dt) {
    double slide = along * along;
    double slice = across * across;
    double all = slide + slice;
    work.friction += frictionDrag * all * dt;
    work.fracture += fractureDrag * all * dt;
    work.flow += flowDrag * slide * dt;
    work.thrust += normalForce * sunk;
    work.damping += Math.max(0, normalForce - stiffness * elastic) * sinking * dt;
    double drags = (frictionDrag + fractureDrag) * all + flowDrag * slide;
    work.tool += (normalForce * sinking + drags) * dt;
  }

  private boolean cutting() {
    return !torn && cut >= config.stripThicknessM();
  }

  /** Tells which stroke it is, for the strips. */
  void stroke(int number) {
    stroke = number;
  }

  /** Forgets what was seen of the produce: the fixture turned. */
  void turned() {
    leave();
    engaged.forget();
  }

  boolean touching() {
    return depth > 0;
  }

  int tears() {
    return tears;
  }

  int gouges() {
    return gouges;
  }

  double depthOfCut() {
    return cut;
  }

  double normalForce() {
    return normalForce;
  }

  /** Force along the surface at the speed of the last substep, N. */
  double dragForce() {
    return (frictionDrag + fractureDrag + flowDrag) * Math.abs(along);
  }

  /** Normal force at which a resting edge starts to cut, N; of the last contact at rest. */
  double criticalForce() {
    return critical;
  }

  double alongSpeed() {
    return along;
  }

  WorkSums work() {
    return work;
  }

  /** Energy in the elastic contact, J, of an edge at a height z, if it did not move along. */
  double elasticEnergy(double z) {
    if (depth <= 0) {
      return 0;
    }
    double e = (engaged.top() - z) * cosSlope - cut;
    return e > 0 ? 0.5 * stiffness * e * e : 0;
  }

  /** Writes thickness, width, slip, gouge as {@code Channels.CUT}. */
  void write(float[] out) {
    boolean strip = cutting() && along > config.slipSpeedMPerS();
    out[0] = strip ? (float) cut : 0;
    out[1] = strip ? (float) engaged.width : 0;
    out[2] = touching() && !cutting() ? (float) Math.abs(along) : 0;
    out[3] = cutting() ? (float) Math.max(0, cut - config.gougeDepthM()) : 0;
  }
}
