package org.strop.sim.cell;

import org.strop.sim.task.BladeConfig;

/**
 * The two sections of produce that the edge is between, and sums across the part of them that the
 * edge is in. Heights between the sections and between their points are linear, so that forces are
 * continuous. Allocates nothing.
 *
 * <p>A section is cut when the edge passes it; its copy here keeps the surface as the edge met it
 * until the next section is passed.
 */
final class Engagement {
  /** The points that a depth may reach are sought for this much more, m. */
  private static final double SPARE_M = 0.0005;

  /** The sections are loaded anew when the blade went this far across, m. */
  private static final double ACROSS_M = 0.004;

  private final HeightField field;
  private final Produce produce;
  private final double halfWidth;
  private final double edgeRadius;
  private Section behind = new Section();
  private Section ahead = new Section();
  private boolean loaded;
  private int index;
  private double share;
  private double loadedY;
  private double bladeY;

  /** Points outside [first, last] are further below the top than this, m. */
  private double reach;

  private int first;
  private int last;

  /** Width of the engaged part, m. */
  double width;

  /** Σ G Δy: force to part the material, N, before local and rate factors. */
  double fracture;

  /** Σ σ t Δy: force to bend and shear the strip off, N, likewise. */
  double flow;

  /** Force along the surface at which a resting edge starts to cut, N, likewise. */
  double critical;

  Engagement(HeightField field, BladeConfig blade) {
    this.field = field;
    produce = field.produce();
    halfWidth = 0.5 * blade.widthM();
    edgeRadius = blade.edgeRadiusM();
  }

  void forget() {
    loaded = false;
  }

  /** Whether the edge at x has passed the section ahead. */
  boolean passed(double x) {
    return loaded && field.sectionAt(x) > index;
  }

  /** The section that the edge passes next, as it was met. */
  Section ahead() {
    return ahead;
  }

  /** Goes on by one section, which becomes the one behind. */
  void shift() {
    Section free = behind;
    behind = ahead;
    ahead = free;
    index++;
    field.load(Math.min(index + 1, produce.sections() - 1), bladeY, ahead);
    reach = 0;
  }

  /** Places the edge; loads what is not there yet, and returns whether nothing was. */
  boolean place(double x, double y) {
    boolean fresh = !loaded;
    bladeY = y;
    int at = field.sectionAt(x);
    if (!loaded || at != index || Math.abs(y - loadedY) > ACROSS_M) {
      field.load(at, y, behind);
      field.load(at + 1, y, ahead);
      index = at;
      loaded = true;
      loadedY = y;
      reach = 0;
    }
    share = Math.min(Math.max((x - produce.fromX()) / Produce.STEP_M - index, 0), 1);
    return fresh;
  }

  private double mix(double a, double b) {
    return a + share * (b - a);
  }

  /** Height of the remaining surface's highest point under the blade, m, world. */
  double top() {
    return mix(behind.top, ahead.top);
  }

  /** How much lower that is than the fresh surface, m. */
  double gap() {
    return mix(behind.gap, ahead.gap);
  }

  /** Elastic stiffness under the edge, N/m: flesh without its skin is softer. */
  double stiffness(double x) {
    double skin = mix(behind.skinShare, ahead.skinShare);
    double flesh = produce.fleshStiffnessShare;
    return field.stiffnessAt(x) * (flesh + (1 - flesh) * skin);
  }

  /**
   * Sums across an edge at a depth below the highest point.
   *
   * @param depth of the edge along the normal, m
   * @param cosSlope of the surface along the feed
   * @param atRest whether the edge has not started to cut: sums {@link #critical} at the surface
   *     instead of {@link #fracture} and {@link #flow} at the edge
   */
  void sum(double depth, double cosSlope, boolean atRest) {
    width = 0;
    fracture = 0;
    flow = 0;
    critical = 0;
    double top = top();
    bound(depth / cosSlope);
    double lastDepth = depth - (top - mix(behind.z[first], ahead.z[first])) * cosSlope;
    double lastY = mix(behind.y[first], ahead.y[first]);
    double lastRemoved = mix(behind.removed[first], ahead.removed[first]);
    for (int k = first + 1; k <= last; k++) {
      double d = depth - (top - mix(behind.z[k], ahead.z[k])) * cosSlope;
      double y = mix(behind.y[k], ahead.y[k]);
      double removed = mix(behind.removed[k], ahead.removed[k]);
      if (d > 0 || lastDepth > 0) {
        add(lastDepth, d, y - lastY, 0.5 * (removed + lastRemoved), 0.5 * (y + lastY), atRest);
      }
      lastDepth = d;
      lastY = y;
      lastRemoved = removed;
    }
  }

  /** Finds the points that a height below the top may reach, with one more at each end. */
  private void bound(double below) {
    if (below < reach) {
      return;
    }
    reach = below + SPARE_M;
    first = 0;
    while (first < Section.POINTS - 2 && out(first + 1)) {
      first++;
    }
    last = Section.POINTS - 1;
    while (last > first + 1 && out(last - 1)) {
      last--;
    }
  }

  private boolean out(int k) {
    return behind.top - behind.z[k] > reach && ahead.top - ahead.z[k] > reach;
  }

  private void add(double a, double b, double step, double removed, double y, boolean atRest) {
    if (Math.abs(y - bladeY) > halfWidth) {
      return;
    }
    boolean whole = a > 0 && b > 0;
    double engaged = whole ? step : step * Math.max(a, b) / Math.abs(a - b);
    double mean = whole ? 0.5 * (a + b) : 0.5 * Math.max(a, b);
    width += engaged;
    if (atRest) {
      double skin = skin(removed);
      double blunt = 2 * (1 + produce.friction) * edgeRadius * strength(skin);
      critical += engaged * (toughness(skin) + blunt);
    } else {
      fracture += engaged * toughness(skin(removed + mean));
      flow += engaged * produce.flowPressure * mean;
    }
  }

  /** Share of skin at a depth below the fresh surface: 1 / (1 + (t / t_skin)⁴). */
  private double skin(double depth) {
    double r = depth / produce.skinThickness;
    double square = r * r;
    return 1 / (1 + square * square);
  }

  private double toughness(double skin) {
    return produce.fleshToughness + skin * (produce.skinToughness - produce.fleshToughness);
  }

  private double strength(double skin) {
    return produce.flowPressure + skin * (produce.skinStrength - produce.flowPressure);
  }
}
