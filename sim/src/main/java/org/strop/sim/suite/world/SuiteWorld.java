package org.strop.sim.suite.world;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.sim.cell.Streams;
import org.strop.sim.suite.scene.Point;
import org.strop.sim.suite.scene.SceneShape;
import org.strop.sim.suite.task.Articulated;
import org.strop.sim.suite.task.Carried;
import org.strop.sim.suite.task.Mechanism;
import org.strop.sim.suite.task.ObjectColumn;
import org.strop.sim.suite.task.Pushed;
import org.strop.sim.suite.task.SuiteReward;
import org.strop.sim.suite.task.SuiteTask;

/**
 * One running world of a suite task.
 *
 * <pre>{@code
 * SuiteWorld world = new SuiteWorld(SuiteTasks.in(folder).load("drawer_open"));
 * world.reset(seed);
 * while (!world.finished()) {
 *   world.observe(observation);           // columns: task.state()
 *   world.step(policy.act(observation));  // dx, dy, dz, grip in [-1, 1]
 *   sum += world.reward();
 * }
 * }</pre>
 *
 * <p>Everything is a function of task, seed and actions. {@link #save} and {@link #restore} move
 * the whole state, also into another world of the same task, so that the value of a state can be
 * measured by rolling a policy out from it. Stepping, observing, saving and restoring allocate next
 * to nothing. Not thread-safe; one per thread.
 */
public final class SuiteWorld {
  /** Number of actions. */
  public static final int ACTIONS = 4;

  private static final int HAND_COLUMNS = 4;

  private final SuiteTask task;
  private final Hand hand;
  private final Mechanics mechanics;
  private final double h;
  private final int observationWidth;
  private final int stateWidth;
  private int step;
  private int held;
  private boolean succeeded;
  private double reward;
  private long ignoredActions;

  /** Creates a world, reset to seed 0. */
  public SuiteWorld(SuiteTask task) {
    this.task = task;
    h = 1.0 / ((double) task.rateHz() * task.substeps());
    hand = new Hand(task.hand());
    mechanics = mechanics(task, hand, new Contact(task.contact(), h), h);
    observationWidth = task.state().width();
    reset(0);
    Row count = Row.save(new double[200]);
    state(count);
    stateWidth = count.count();
  }

  private static Mechanics mechanics(SuiteTask task, Hand hand, Contact contact, double h) {
    Mechanism mechanism = task.mechanism();
    if (mechanism instanceof Articulated a) {
      return new JointMechanics(task, a, hand, contact, h);
    }
    if (mechanism instanceof Pushed p) {
      return new DiscMechanics(task, p, hand, contact, h);
    }
    return new CubeMechanics(task, (Carried) mechanism, hand, contact, h);
  }

  /** Returns the task. */
  public SuiteTask task() {
    return task;
  }

  /** Starts the episode of a seed. */
  public void reset(long seed) {
    SplittableRandom random = Streams.START.of(seed);
    mechanics.reset(random);
    hand.reset(random);
    step = 0;
    held = 0;
    succeeded = false;
    reward = rewardNow();
  }

  /**
   * Advances one step.
   *
   * @param action dx, dy, dz, grip; clipped to [−1, 1]; not modified. One that is not finite is
   *     ignored (as if it were 0) and counted
   * @throws StropException USAGE if its width is not {@value #ACTIONS}
   */
  public void step(float[] action) {
    if (action.length != ACTIONS) {
      throw wrongWidth(action.length);
    }
    if (finite(action)) {
      hand.command(clip(action[0]), clip(action[1]), clip(action[2]), clip(action[3]));
    } else {
      ignoredActions++;
      hand.command(0, 0, 0, 0);
    }
    for (int i = 0; i < task.substeps(); i++) {
      hand.drive(h);
      mechanics.act();
      hand.move(h);
      mechanics.move();
    }
    step++;
    held = mechanics.solved() ? held + 1 : 0;
    succeeded |= success();
    reward = rewardNow();
  }

  private StropException wrongWidth(int found) {
    return new StropException(
        ErrorCode.USAGE,
        "the action has " + found + " entries, but must have 4: dx, dy, dz, grip.",
        "task " + task.name() + ", step " + step,
        "give actions of width 4, each in [-1, 1].");
  }

  private static boolean finite(float[] action) {
    for (float a : action) {
      if (!Float.isFinite(a)) {
        return false;
      }
    }
    return true;
  }

  private static double clip(float action) {
    return Math.max(-1, Math.min(1, action));
  }

  private double rewardNow() {
    SuiteReward w = task.reward();
    double near = 1 - Math.tanh(mechanics.nearM() / w.nearM());
    double solved = mechanics.solved() ? 1 : 0;
    return w.near() * near + w.progress() * mechanics.progress() + w.success() * solved;
  }

  /**
   * Writes what is observed now.
   *
   * @param out length {@link #observationWidth}, overwritten; columns as in {@link SuiteTask#state}
   */
  public void observe(float[] out) {
    out[0] = (float) hand.p[0];
    out[1] = (float) hand.p[1];
    out[2] = (float) hand.p[2];
    out[3] = (float) (hand.halfOpening / task.hand().maxHalfOpeningM());
    int at = HAND_COLUMNS;
    List<ObjectColumn> shown = task.mechanism().observe();
    for (int i = 0; i < shown.size(); i++) {
      at = mechanics.observe(shown.get(i), out, at);
    }
  }

  /** Returns the width of an observation. */
  public int observationWidth() {
    return observationWidth;
  }

  /** Returns the reward of the state that the last step led to, in [0, 1]. */
  public double reward() {
    return reward;
  }

  /** Returns whether the success condition has held for long enough, now. */
  public boolean success() {
    return held >= task.success().holdSteps();
  }

  /** Returns whether it has at some step of this episode. */
  public boolean succeeded() {
    return succeeded;
  }

  /** Returns the share of the way to the goal that the object has gone, in [0, 1]. */
  public double progress() {
    return mechanics.progress();
  }

  /** Returns how many steps were taken. */
  public int steps() {
    return step;
  }

  /** Returns whether the horizon is reached. */
  public boolean finished() {
    return step >= task.horizon();
  }

  /** Returns how many actions were ignored, over the life of this world. */
  public long ignoredActions() {
    return ignoredActions;
  }

  /** Writes what someone who knows the task would want to do now. */
  public void guide(Guide out) {
    mechanics.guide(out);
  }

  /** Returns where the middle of the hand is, component 0 to 2, m. */
  public double hand(int component) {
    return hand.p[component];
  }

  /** Returns the number of doubles of a saved state. */
  public int stateWidth() {
    return stateWidth;
  }

  /**
   * Saves the whole state: step count, hand, object, and where this seed put things.
   *
   * @param out length {@link #stateWidth} at least, overwritten
   */
  public void save(double[] out) {
    state(Row.save(out));
  }

  /**
   * Restores a state that a world of the same task saved; what follows is the same to the last bit.
   *
   * @param in as {@link #save} wrote it; not modified
   */
  public void restore(double[] in) {
    state(Row.restore(in));
  }

  private void state(Row row) {
    step = (int) row.next(step);
    held = (int) row.next(held);
    succeeded = row.next(succeeded ? 1 : 0) > 0.5;
    reward = row.next(reward);
    hand.state(row);
    mechanics.state(row);
  }

  /** Returns what there is to see now: the table, the mechanism, the hand, a marker of the goal. */
  public List<SceneShape> scene() {
    List<SceneShape> shapes = new ArrayList<>();
    Point half = new Point(0.45, 0.4, 0.01);
    shapes.add(new SceneShape.Box("table", new Point(0, 0.05, -0.01), half, 0, 0xcbb89d));
    mechanics.seen(shapes);
    return shapes;
  }
}
