package org.strop.sim.cell;

import java.util.List;

/**
 * What there is to see of the produce: a height field of what remains around its axis, read-only.
 *
 * <p>Sections i run along the axis, sectors j around it. A point of the surface in the world, at
 * the present turn of the fixture:
 *
 * <pre>
 *   x = x(i),   y = axisY(i) + radius(i, j) sin angle(j),   z = axisZ(i) + radius(i, j) cos angle(j)
 * </pre>
 *
 * so angle 0 is up and π/2 toward +y. Values are those of the moment; a reader on another thread
 * than the cell's must be handed control by it. {@link #revision} tells whether anything changed.
 */
public interface ProduceView {
  /** What lies bare. */
  enum Layer {
    /** Skin, whole or nearly. */
    SKIN,
    /** Cut, but some skin was left. */
    THIN,
    /** Flesh: peeled. */
    FLESH,
    /** Flesh, cut deeper than a gouge starts. */
    GOUGE
  }

  /** Returns the kind, for example {@code cucumber}. */
  String kind();

  /** Returns the number of sections. */
  int sections();

  /** Returns the number of sectors; equal angles, closed. */
  int sectors();

  /** Returns where a section is, x in the world, m; rises with i, evenly. */
  double x(int section);

  /** Returns where the axis is at a section, y in the world at the present turn, m. */
  double axisY(int section);

  /** Returns where the axis is at a section, z in the world at the present turn, m. */
  double axisZ(int section);

  /** Returns the angle of a sector in the world at the present turn, rad, not wrapped. */
  double angle(int sector);

  /** Returns the distance of the remaining surface from the axis, m. */
  double radius(int section, int sector);

  /** Returns the distance of the fresh surface from the axis, m. */
  double freshRadius(int section, int sector);

  /** Returns how much was cut off, m of radius; 0 where nothing was. */
  double removed(int section, int sector);

  /** Returns the thickness of the skin before anything was cut, m. */
  double skinThickness();

  /** Returns what lies bare. */
  Layer layer(int section, int sector);

  /** Returns how far the fixture turned since the start, rad. */
  double rotation();

  /** Returns the strips that came off so far, oldest first; a copy. */
  List<Strip> strips();

  /** Returns a number that rises with every change. */
  long revision();
}
