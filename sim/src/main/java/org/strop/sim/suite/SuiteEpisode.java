package org.strop.sim.suite;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.strop.bridge.trajectory.ChannelSpec;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.bridge.trajectory.TrajectoryInfo;
import org.strop.sim.suite.act.SuitePolicy;
import org.strop.sim.suite.task.SuiteTask;
import org.strop.sim.suite.world.SuiteWorld;

/**
 * Runs one episode to its horizon and keeps what happened: row t of the trajectory holds the
 * observation at t, the action that answered it, and the reward and success that followed.
 */
public final class SuiteEpisode {
  /** {@code TrajectoryInfo.robot} of the suite. */
  public static final String ROBOT = "suite_hand";

  private final SuiteWorld world;
  private final long seed;
  private final float[] observations;
  private final float[] actions;
  private final float[] rewards;
  private final float[] successes;
  private final long ignoredBefore;
  private double sum;
  private double path;
  private double solvedAt = Double.NaN;

  private SuiteEpisode(SuiteWorld world, SuitePolicy policy, long seed) {
    this.world = world;
    this.seed = seed;
    int n = world.task().horizon();
    observations = new float[n * world.observationWidth()];
    actions = new float[n * SuiteWorld.ACTIONS];
    rewards = new float[n];
    successes = new float[n];
    ignoredBefore = world.ignoredActions();
    world.reset(seed);
    policy.start(seed);
    run(policy);
  }

  /** Runs an episode of a seed; the world and the policy are reset first. */
  public static SuiteEpisode run(SuiteWorld world, SuitePolicy policy, long seed) {
    return new SuiteEpisode(world, policy, seed);
  }

  private void run(SuitePolicy policy) {
    float[] observation = new float[world.observationWidth()];
    float[] action = new float[SuiteWorld.ACTIONS];
    while (!world.finished()) {
      int t = world.steps();
      world.observe(observation);
      System.arraycopy(observation, 0, observations, t * observation.length, observation.length);
      policy.act(world, action);
      keep(action, t);
      advance(action);
      rewards[t] = (float) world.reward();
      successes[t] = world.success() ? 1 : 0;
    }
  }

  /** What is not finite never enters a log: the world ignores it, as an action of zeros. */
  private void keep(float[] action, int t) {
    boolean finite = true;
    for (float a : action) {
      finite &= Float.isFinite(a);
    }
    if (finite) {
      System.arraycopy(action, 0, actions, t * action.length, action.length);
    }
  }

  private void advance(float[] action) {
    double x = world.hand(0);
    double y = world.hand(1);
    double z = world.hand(2);
    world.step(action);
    x -= world.hand(0);
    y -= world.hand(1);
    z -= world.hand(2);
    path += Math.sqrt(x * x + y * y + z * z);
    sum += world.reward();
    if (Double.isNaN(solvedAt) && world.succeeded()) {
      solvedAt = world.steps();
    }
  }

  /** Returns what came of it. */
  public SuiteOutcome outcome() {
    return new SuiteOutcome(
        seed,
        world.succeeded(),
        sum,
        rewards.length,
        solvedAt,
        world.progress(),
        path,
        world.ignoredActions() - ignoredBefore);
  }

  /**
   * Returns it as a trajectory with the channels {@code observation.state}, {@code action}, {@code
   * next.reward} and {@code next.success}.
   *
   * @param id of the episode
   * @param source who acted
   */
  public Trajectory trajectory(String id, String source) {
    SuiteTask task = world.task();
    int n = rewards.length;
    Map<ChannelSpec, FloatMatrix> channels = new LinkedHashMap<>();
    channels.put(task.state(), FloatMatrix.of(n, world.observationWidth(), observations));
    channels.put(SuiteTask.ACTION, FloatMatrix.of(n, SuiteWorld.ACTIONS, actions));
    channels.put(Channels.NEXT_REWARD, FloatMatrix.of(n, 1, rewards));
    channels.put(Channels.NEXT_SUCCESS, FloatMatrix.of(n, 1, successes));
    long[] stamps = new long[n];
    for (int t = 0; t < n; t++) {
      stamps[t] = t * 1_000_000_000L / task.rateHz();
    }
    Map<String, String> attributes =
        Map.of(
            "outcome",
            world.succeeded() ? "solved" : "time_limit",
            "return",
            String.format(Locale.ROOT, "%.6f", sum));
    TrajectoryInfo info =
        new TrajectoryInfo(
            id, ROBOT, task.name(), source, seed, task.rateHz(), Optional.empty(), attributes);
    return new Trajectory(info, stamps, channels, List.of());
  }
}
