package org.strop.launch.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.strop.sim.arm.FlatDynamics;
import org.strop.sim.arm.MecanoDynamics;
import org.strop.sim.arm.Mechanism;
import org.strop.sim.arm.MechanismBuilder;
import org.strop.sim.cell.PeelingCell;
import org.strop.sim.demo.Demonstrator;
import org.strop.sim.rollout.DemonstrationFactory;
import org.strop.sim.task.TaskConfig;
import org.strop.sim.urdf.UrdfReader;

/** Speed and memory of the simulator; what each row means is in {@code sim/docs/arm.md}. */
public final class SimBench {
  private static final String RATE = "steps/s";
  private static final int EPISODE_TICKS = 160; // 8 s at 20 Hz
  private static final int EPISODE_RUNS = 15;
  private static final int WARM_EPISODES = 100;

  private final Path armTask;
  private final Path gantryTask;
  private final Path urdf;
  private final Rate rate;

  /**
   * Creates a bench.
   *
   * @param configs folder of the configurations that ship
   * @param secondsPerRun of each of the runs whose median is told
   */
  public SimBench(Path configs, double secondsPerRun) {
    armTask = configs.resolve("tasks/peeling_arm.yaml");
    gantryTask = configs.resolve("tasks/peeling.yaml");
    urdf = configs.resolve("robots/gen3.urdf");
    rate = new Rate(secondsPerRun);
  }

  /**
   * Measures everything but memory over many episodes.
   *
   * @param tell called with each row as soon as it is known
   */
  public List<BenchRow> speed(java.util.function.Consumer<BenchRow> tell)
      throws InterruptedException {
    List<BenchRow> rows = new ArrayList<>();
    TaskConfig fast = TaskConfig.load(armTask, List.of("sensor_rate_hz=1000"));
    double mecano = rate.of(mecanoForward());
    ContactStep step = new ContactStep(fast);
    double one = rate.of(step);
    add(rows, tell, against("arm_control_step", one, "mecano forward dynamics", mecano));
    add(rows, tell, BenchRow.alone("mean_force_meanwhile", step.forceN(), "N"));
    add(rows, tell, BenchRow.alone("share_of_steps_in_contact", step.contactShare(), "1"));
    double two = rate.of(() -> new ContactStep(fast), 2);
    add(rows, tell, against("arm_control_step_two_cores", two, "one core", one));
    double all = rate.of(mecanoAll());
    add(
        rows,
        tell,
        against("flat_dynamics_m_h_g_j", rate.of(flat()), "mecano: the same four", all));
    double gantry = rate.of(new ContactStep(TaskConfig.load(gantryTask, rateOfControl())));
    add(rows, tell, against("gantry_control_step", gantry, "arm_control_step", one));
    double gantryEpisode = episode(TaskConfig.load(gantryTask, List.of()));
    double armEpisode = episode(TaskConfig.load(armTask, List.of()));
    add(
        rows,
        tell,
        BenchRow.against("arm_peel_8_s", armEpisode, "s", "gantry_peel_8_s", gantryEpisode));
    add(rows, tell, BenchRow.alone("garbage_per_arm_step", garbage(fast), "bytes"));
    return rows;
  }

  private static List<String> rateOfControl() {
    return List.of("sensor_rate_hz=1000");
  }

  private static BenchRow against(String name, double value, String rival, double other) {
    return BenchRow.against(name, value, RATE, rival, other);
  }

  private static void add(
      List<BenchRow> rows, java.util.function.Consumer<BenchRow> tell, BenchRow row) {
    rows.add(row);
    tell.accept(row);
  }

  private Mechanism arm() {
    return MechanismBuilder.arm(UrdfReader.read(urdf), Optional.empty());
  }

  private static double[] posture(int n) {
    double[] q = new double[n];
    Arrays.setAll(q, i -> 0.3 + 0.2 * i);
    return q;
  }

  private Runnable mecanoForward() {
    MecanoDynamics dynamics = new MecanoDynamics(arm());
    double[] q = posture(7);
    double[] tau = new double[7];
    return () -> {
      q[0] += 1e-6;
      dynamics.update(q, q);
      tau[0] = 1e-9 * dynamics.forward(tau)[0];
    };
  }

  private Runnable mecanoAll() {
    MecanoDynamics dynamics = new MecanoDynamics(arm());
    double[] q = posture(7);
    return () -> {
      q[0] += 1e-6;
      dynamics.update(q, q);
      q[1] +=
          1e-12
              * (dynamics.massMatrix()[0][0]
                  + dynamics.coriolisAndGravity()[0]
                  + dynamics.gravity()[0]
                  + dynamics.jacobian()[0][0]);
    };
  }

  private Runnable flat() {
    FlatDynamics dynamics = new FlatDynamics(arm());
    double[] q = posture(7);
    return () -> {
      q[0] += 1e-6;
      dynamics.update(q, q);
    };
  }

  /** Wall seconds of 8 s of peeling by the scripted demonstrator, set-up included. */
  private static double episode(TaskConfig task) {
    double[] seconds = new double[EPISODE_RUNS];
    for (int i = 0; i < EPISODE_RUNS; i++) {
      long start = System.nanoTime();
      peel(task, 1 + i);
      seconds[i] = (System.nanoTime() - start) * 1e-9;
    }
    return Rate.median(seconds);
  }

  private static void peel(TaskConfig task, long seed) {
    PeelingCell cell = new PeelingCell(task, "cucumber", seed);
    Demonstrator person = new Demonstrator(cell, seed);
    float[] state = new float[7];
    float[] wrench = new float[6];
    float[] cut = new float[4];
    float[] action = new float[7];
    for (int i = 0; i < EPISODE_TICKS; i++) {
      cell.observe(state, wrench, cut);
      person.act(state, wrench, action);
      cell.command(action);
      cell.advanceTick();
    }
  }

  private static double garbage(TaskConfig task) {
    ContactStep warm = new ContactStep(task);
    for (int i = 0; i < 10 * ContactStep.STROKE; i++) {
      warm.run();
    }
    ContactStep step = new ContactStep(task); // within one stroke: setting one up is no step
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < ContactStep.STROKE; i++) {
      step.run();
    }
    return (threads.getCurrentThreadAllocatedBytes() - before) / (double) ContactStep.STROKE;
  }

  /**
   * Measures the heap after 100 and after n recorded demonstrations on the gantry, garbage
   * collected.
   *
   * @param progress called with the number of episodes so far
   */
  public BenchRow memory(int n, IntConsumer progress) {
    TaskConfig task = TaskConfig.load(gantryTask, List.of());
    double early = 0;
    for (int i = 1; i <= n; i++) {
      DemonstrationFactory.demonstrate(task, TaskConfig.MIXED, i);
      if (i == Math.min(n, WARM_EPISODES)) {
        early = heapMb();
      }
      progress.accept(i);
    }
    return BenchRow.against(
        "heap_after_" + n + "_episodes", heapMb(), "MB", "heap after 100 episodes", early);
  }

  private static double heapMb() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
  }
}
