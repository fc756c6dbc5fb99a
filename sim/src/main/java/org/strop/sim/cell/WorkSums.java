package org.strop.sim.cell;

/**
 * Where the work of the tool on the produce goes, J, each at least 0 but what is stored:
 *
 * <pre>  tool = stored + friction + fracture + flow + thrust + damping</pre>
 *
 * Kept for the power balance, which a test closes; costs a few additions a substep.
 */
final class WorkSums {
  /** Work of the edge on the produce: −∫ f·v dt. */
  double tool;

  /** ∫ μ N |v| dt. */
  double friction;

  /** Work to part the material. */
  double fracture;

  /** Work to bend and shear the strip off. */
  double flow;

  /**
   * ∫ N dt_cut: what the contact's spring loses as the edge sinks in, or gains as it climbs out.
   */
  double thrust;

  /** Work of the contact's damper. */
  double damping;
}
