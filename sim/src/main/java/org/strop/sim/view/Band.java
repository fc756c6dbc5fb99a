package org.strop.sim.view;

import java.util.ArrayList;
import java.util.List;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.sim.task.ProduceConfig;

/**
 * What a peel left on the produce: pieces along x, from the furthest point reached to the next.
 *
 * @param fromX start, m
 * @param toX end, m, above fromX
 * @param thickness of the strip, m; 0 where the skin stayed
 * @param width of the strip, m
 * @param gouge depth beyond a good cut, m; 0 where there is none
 */
record Band(double fromX, double toX, double thickness, double width, double gouge) {
  static List<Band> of(Trajectory trajectory, ProduceConfig produce) {
    FloatMatrix state = trajectory.channel(Channels.STATE);
    FloatMatrix cut = trajectory.channel(Channels.CUT);
    List<Band> bands = new ArrayList<>();
    double furthest = produce.strokeStartM() - produce.overhangM();
    for (int t = 0; t < trajectory.length(); t++) {
      double x = Math.min(state.get(t, 0), produce.strokeEndM() + produce.overhangM());
      if (x > furthest) {
        bands.add(new Band(furthest, x, cut.get(t, 0), cut.get(t, 1), cut.get(t, 3)));
        furthest = x;
      }
    }
    return bands;
  }
}
