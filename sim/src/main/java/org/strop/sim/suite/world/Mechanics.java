package org.strop.sim.suite.world;

import java.util.List;
import java.util.SplittableRandom;
import org.strop.sim.suite.scene.SceneShape;
import org.strop.sim.suite.task.ObjectColumn;

/** What the hand works on, moving. */
interface Mechanics {
  /** Places it for an episode. */
  void reset(SplittableRandom random);

  /** Drives and contacts of one substep change the velocities of the object and of the hand. */
  void act();

  /** The object's velocities change its position. */
  void move();

  /** Saves or restores everything that is not configuration. */
  void state(Row row);

  /** Writes the columns of {@code shown} from {@code at} on; returns the index behind them. */
  int observe(ObjectColumn shown, float[] out, int at);

  /** Returns how far the hand is from where it should touch, m. */
  double nearM();

  /** Returns the share of the way to the goal that the object has gone, in [0, 1]. */
  double progress();

  /** Returns whether the object is at its goal now. */
  boolean solved();

  /** Writes what to do now. */
  void guide(Guide out);

  /** Adds what there is to see, the hand included. */
  void seen(List<SceneShape> out);
}
