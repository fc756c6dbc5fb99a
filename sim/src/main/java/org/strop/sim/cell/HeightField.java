package org.strop.sim.cell;

import java.util.List;

/**
 * What is left of the produce, turned by the fixture: a depth of removal for each section along and
 * each sector around the axis. Cutting and loading allocate nothing.
 */
final class HeightField implements ProduceView {
  /** Skin counts as whole up to this share of its thickness cut off. */
  private static final double SCRATCH = 0.2;

  /** Where nothing is under the blade, the top is out of its reach: this far below the axis, m. */
  private static final double BELOW_M = 1;

  private final Produce produce;
  private final double gougeDepth;
  private final double halfWidth;
  private final float[] removed;
  private final StripLog strips;

  // Along the line that is up at the present turn.
  private final double[] top;
  private final double[] slope;
  private final double[] stiffness;
  private final double[] toughness;

  private final double[] cosUp = new double[Waves.LOBES + 1];
  private final double[] sinUp = new double[Waves.LOBES + 1];
  private final double[] cosWorld = new double[Section.POINTS];
  private final double[] sinWorld = new double[Section.POINTS];
  private double rotation;
  private double cosTurn;
  private double sinTurn;
  private int firstSector;
  private long revision;

  /**
   * Creates a fresh field.
   *
   * @param gougeDepth removal from which a place is gouged, m
   * @param bladeWidth m
   */
  HeightField(Produce produce, double gougeDepth, double bladeWidth, StripLog strips) {
    this.produce = produce;
    this.gougeDepth = gougeDepth;
    this.strips = strips;
    halfWidth = 0.5 * bladeWidth;
    removed = new float[produce.sections() * Sectors.COUNT];
    top = new double[produce.sections()];
    slope = new double[produce.sections()];
    stiffness = new double[produce.sections()];
    toughness = new double[produce.sections()];
    turnTo(0);
  }

  /** Turns the fixture, rad since the start, from up toward +y. */
  void turnTo(double angle) {
    rotation = angle;
    cosTurn = Math.cos(angle);
    sinTurn = Math.sin(angle);
    Sectors.fill(-angle, cosUp, sinUp); // φ of the line that is up
    int up = (int) Math.rint(-angle / Sectors.STEP_RAD);
    double rest = up * Sectors.STEP_RAD + angle;
    firstSector = Math.floorMod(up - Section.HALF, Sectors.COUNT);
    for (int k = 0; k < Section.POINTS; k++) {
      cosWorld[k] = Math.cos(rest + (k - Section.HALF) * Sectors.STEP_RAD);
      sinWorld[k] = Math.sin(rest + (k - Section.HALF) * Sectors.STEP_RAD);
    }
    for (int i = 0; i < top.length; i++) {
      top[i] = axisZ(i) + produce.freshRadius(i, cosUp, sinUp);
      stiffness[i] = produce.stiffness(i, -angle, cosUp, sinUp);
      toughness[i] = produce.toughness(i, -angle, cosUp, sinUp);
    }
    Produce.slopes(top, slope);
    revision++;
  }

  Produce produce() {
    return produce;
  }

  /** Height of the fresh surface's line that is up, m, world. */
  double heightAt(double x) {
    return produce.lookup(top, x);
  }

  double slopeAt(double x) {
    return produce.lookup(slope, x);
  }

  double stiffnessAt(double x) {
    return produce.lookup(stiffness, x);
  }

  double toughnessAt(double x) {
    return produce.lookup(toughness, x);
  }

  /** Returns the section at or before x, so that another one follows it. */
  int sectionAt(double x) {
    int i = (int) Math.floor((x - produce.fromX()) / Produce.STEP_M);
    return Math.min(Math.max(i, 0), produce.sections() - 2);
  }

  private int at(int section, int k) {
    int j = firstSector + k;
    return section * Sectors.COUNT + (j < Sectors.COUNT ? j : j - Sectors.COUNT);
  }

  /** Copies what the blade can reach at a section when its middle is at y (m). */
  void load(int section, double bladeY, Section out) {
    double axisY = axisY(section);
    double axisZ = axisZ(section);
    double highest = Double.NEGATIVE_INFINITY;
    double fresh = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < Section.POINTS; k++) {
      int cell = at(section, k);
      int j = cell - section * Sectors.COUNT;
      double whole = produce.freshRadius(section, Sectors.COS[j], Sectors.SIN[j]);
      double r = whole - removed[cell];
      out.removed[k] = removed[cell];
      out.y[k] = axisY + r * sinWorld[k];
      out.z[k] = axisZ + r * cosWorld[k];
      if (Math.abs(out.y[k] - bladeY) <= halfWidth) {
        highest = Math.max(highest, out.z[k]);
        fresh = Math.max(fresh, axisZ + whole * cosWorld[k]);
      }
    }
    boolean reached = highest > Double.NEGATIVE_INFINITY;
    out.top = reached ? highest : axisZ - BELOW_M;
    out.gap = reached ? fresh - highest : 0;
    out.skinShare = skinShare(out);
    out.index = section;
  }

  /** Share with skin among the points within 0.5 mm below the top. */
  private double skinShare(Section s) {
    double skin = 0;
    double all = 0;
    for (int k = 0; k < Section.POINTS; k++) {
      double weight = Math.max(0, 0.0005 - (s.top - s.z[k]));
      double r = s.removed[k] / produce.skinThickness;
      skin += weight / (1 + r * r * r * r);
      all += weight;
    }
    return all > 0 ? skin / all : 1;
  }

  /**
   * Cuts a loaded section down to a height within the blade's width.
   *
   * @param s as it was met; not modified
   * @param height of the cut, z in the world, m
   * @return the cross-section's area that came off, m²
   */
  double cut(Section s, double height, double bladeY) {
    double area = 0;
    for (int k = 0; k < Section.POINTS; k++) {
      double off = s.z[k] - height;
      if (off > 0 && Math.abs(s.y[k] - bladeY) <= halfWidth) {
        double depth = off / cosWorld[k];
        removed[at(s.index, k)] = (float) (s.removed[k] + depth);
        double left = s.y[Math.max(0, k - 1)];
        double right = s.y[Math.min(Section.POINTS - 1, k + 1)];
        area += off * 0.5 * (right - left);
      }
    }
    revision++;
    return area;
  }

  @Override
  public String kind() {
    return produce.kind();
  }

  @Override
  public int sections() {
    return produce.sections();
  }

  @Override
  public int sectors() {
    return Sectors.COUNT;
  }

  @Override
  public double x(int section) {
    return produce.fromX() + section * Produce.STEP_M;
  }

  @Override
  public double axisY(int section) {
    return produce.offset(section) * sinTurn;
  }

  @Override
  public double axisZ(int section) {
    return produce.spindleZ() + produce.offset(section) * cosTurn;
  }

  @Override
  public double angle(int sector) {
    return sector * Sectors.STEP_RAD + rotation;
  }

  @Override
  public double radius(int section, int sector) {
    return freshRadius(section, sector) - removed(section, sector);
  }

  @Override
  public double freshRadius(int section, int sector) {
    return produce.freshRadius(section, Sectors.COS[sector], Sectors.SIN[sector]);
  }

  @Override
  public double removed(int section, int sector) {
    return removed[section * Sectors.COUNT + sector];
  }

  @Override
  public double skinThickness() {
    return produce.skinThickness;
  }

  @Override
  public Layer layer(int section, int sector) {
    double depth = removed(section, sector);
    if (depth >= gougeDepth) {
      return Layer.GOUGE;
    }
    double skin = produce.skinThickness;
    return depth >= skin ? Layer.FLESH : depth > SCRATCH * skin ? Layer.THIN : Layer.SKIN;
  }

  @Override
  public double rotation() {
    return rotation;
  }

  @Override
  public List<Strip> strips() {
    return strips.all();
  }

  @Override
  public long revision() {
    return revision;
  }
}
