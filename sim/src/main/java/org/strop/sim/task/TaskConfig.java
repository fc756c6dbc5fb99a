package org.strop.sim.task;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.strop.configs.Bounds;
import org.strop.configs.ConfigLoader;
import org.strop.configs.DidYouMean;
import org.strop.configs.ErrorCode;
import org.strop.configs.SelfChecking;
import org.strop.configs.StropException;
import org.strop.sim.fault.FaultConfig;

/**
 * The peeling task.
 *
 * @param name for logs and {@code TrajectoryInfo.task}
 * @param robot for {@code TrajectoryInfo.robot}
 * @param policyRateHz rate of observations and commands, Hz; divides {@code sensorRateHz}
 * @param sensorRateHz rate of the sensors and of the topics, Hz; divides {@code substepRateHz}
 * @param substepRateHz rate of the integration and of the impedance controller, Hz
 * @param maxDurationS an episode is ended after this time, s
 * @param liftOffM an episode is over when the edge is past the stroke and this far above the
 *     surface, m
 * @param mixed kinds that {@code mixed} cycles through by seed
 * @param heldOut kinds that no training data may hold, for evaluation; none of them is in {@code
 *     mixed}
 * @param fixture how the produce is turned between strokes; a kind may have its own
 * @param produce by kind
 * @param arm file of the arm that carries the blade, for example {@code ../robots/gen3_arm.yaml},
 *     relative to the task's file; left out: a gantry of four axes
 * @param faults planned for every episode that is served over ROS; left out: none
 */
public record TaskConfig(
    String name,
    String robot,
    @Bounds(min = 1, max = 100) int policyRateHz,
    @Bounds(min = 1, max = 1000) int sensorRateHz,
    @Bounds(min = 100, max = 20000) int substepRateHz,
    @Bounds(min = 1, max = 600) double maxDurationS,
    @Bounds(min = 0, max = 0.1) double liftOffM,
    List<String> mixed,
    List<String> heldOut,
    FixtureConfig fixture,
    Map<String, ProduceConfig> produce,
    BladeConfig blade,
    CuttingConfig cutting,
    SensorConfig sensor,
    DemonstratorConfig demonstrator,
    ExplorationConfig exploration,
    SuccessConfig success,
    Optional<Path> arm,
    Optional<List<FaultConfig>> faults)
    implements SelfChecking {
  /** The produce choice that cycles through {@link #mixed} by seed. */
  public static final String MIXED = "mixed";

  /** Copies the collections. */
  public TaskConfig {
    mixed = List.copyOf(mixed);
    heldOut = List.copyOf(heldOut);
    produce = Map.copyOf(produce);
    faults = faults.map(List::copyOf);
  }

  /**
   * Loads a task file.
   *
   * @throws StropException with everything that is wrong in it
   */
  public static TaskConfig load(Path file, List<String> overrides) {
    TaskConfig task = ConfigLoader.load(file, overrides, TaskConfig.class).value();
    return task.withArm(task.arm.map(arm -> file.toAbsolutePath().resolveSibling(arm).normalize()));
  }

  private TaskConfig withArm(Optional<Path> file) {
    return new TaskConfig(
        name,
        robot,
        policyRateHz,
        sensorRateHz,
        substepRateHz,
        maxDurationS,
        liftOffM,
        mixed,
        heldOut,
        fixture,
        produce,
        blade,
        cutting,
        sensor,
        demonstrator,
        exploration,
        success,
        file,
        faults);
  }

  @Override
  public void check(Problems problems) {
    divides(problems, "policy_rate_hz", policyRateHz, "sensor_rate_hz", sensorRateHz);
    divides(problems, "sensor_rate_hz", sensorRateHz, "substep_rate_hz", substepRateHz);
    if (1000 % sensorRateHz != 0) {
      problems.add("sensor_rate_hz", "is " + sensorRateHz + ", not a divisor of 1000", "use 100");
    }
    if (mixed.isEmpty()) {
      problems.add("mixed", "is empty", "name at least one kind of produce");
    }
    known(problems, "mixed", mixed);
    known(problems, "held_out", heldOut);
    for (String kind : heldOut) {
      if (mixed.contains(kind)) {
        problems.add("held_out", "names " + kind + ", which is in mixed, too", "keep it in one");
      }
    }
    if (!(success.maxMeanThicknessM() > success.minMeanThicknessM())) {
      problems.add("success.max_mean_thickness_m", "is not above the minimum", "raise it");
    }
  }

  private void known(Problems problems, String key, List<String> names) {
    for (String kind : names) {
      if (!produce.containsKey(kind)) {
        problems.add(key, "names " + kind + ", which is not in produce", choices(kind));
      }
    }
  }

  private String choices(String kind) {
    return DidYouMean.nearest(kind, kinds()).map(n -> "did you mean " + n + "? ").orElse("")
        + "the kinds are "
        + kinds();
  }

  private static void divides(Problems problems, String key, int a, String ofKey, int b) {
    if (b % a != 0) {
      problems.add(key, "is " + a + ", but must divide " + ofKey + " (" + b + ")", "change one");
    }
  }

  /** Returns the kinds of produce, in alphabetical order. */
  public List<String> kinds() {
    List<String> kinds = new ArrayList<>(produce.keySet());
    kinds.sort(null);
    return kinds;
  }

  /**
   * Returns the kind that an episode of the given seed gets.
   *
   * @param choice a kind, or {@value #MIXED}
   * @throws StropException if there is no such kind
   */
  public String kindFor(String choice, long seed) {
    if (choice.equals(MIXED)) {
      return mixed.get((int) Math.floorMod(seed, (long) mixed.size()));
    }
    kind(choice);
    return choice;
  }

  /**
   * Returns the distributions of a kind.
   *
   * @throws StropException if there is no such kind
   */
  public ProduceConfig kind(String kind) {
    ProduceConfig config = produce.get(kind);
    if (config == null) {
      throw new StropException(
          ErrorCode.CONFIG,
          "produce " + kind + " is unknown",
          "task " + name,
          choices(kind) + ", or " + MIXED);
    }
    return config;
  }

  /**
   * Returns how the fixture turns a kind.
   *
   * @throws StropException if there is no such kind
   */
  public FixtureConfig fixtureOf(String kind) {
    return kind(kind).fixture().orElse(fixture);
  }

  /** Returns the ns between two policy ticks. */
  public long tickNanos() {
    return 1_000_000_000L / policyRateHz;
  }

  /** Returns the largest number of policy ticks of an episode. */
  public int maxTicks() {
    return (int) Math.round(maxDurationS * policyRateHz);
  }
}
