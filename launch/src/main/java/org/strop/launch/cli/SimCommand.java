package org.strop.launch.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.strop.bridge.ros.RosNode;
import org.strop.bridge.ros.ros1.Ros1Node;
import org.strop.sim.ros.PeelingCellNode;
import org.strop.sim.task.TaskConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code strop sim}. */
@Command(
    name = "sim",
    mixinStandardHelpOptions = true,
    subcommands = {
      SimCommand.Run.class,
      SimRolloutCommand.class,
      SimDatasetCommand.class,
      SimDynamicsCommand.class,
      SimViewCommand.class
    },
    description = "The simulator: it stands where a robot would.",
    footerHeading = "%nExamples:%n",
    footer = {"  strop sim run", "  strop sim view --produce apple --out apple.gif"})
final class SimCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Which part of the simulator? run, rollout, dataset, dynamics, view");
  }

  /** {@code strop sim run}. */
  @Command(
      name = "run",
      mixinStandardHelpOptions = true,
      description = {
        "Serves the peeling cell as a ROS node until it is stopped or the master goes away.",
        "",
        "Publishes pose, wrench, joint states, cut state and /clock; takes equilibrium poses;",
        "offers /peeling_cell/reset and /peeling_cell/start. Parameters choose seed, produce,"
            + " driver,",
        "lockstep and speed (sim/README.md).",
        ""
      },
      footerHeading = "%nExamples:%n",
      footer = {
        "  strop sim run",
        "  strop sim run --master http://127.0.0.1:11311 --set sensor.force_noise_n=0.3"
      })
  static final class Run implements Callable<Integer> {
    @Mixin private Console console;
    @Mixin private ConfigOption config;
    @Mixin private RosOption ros;

    @Option(
        names = "--patience",
        defaultValue = "10",
        description = "Wall seconds to wait for an outside command (default ${DEFAULT-VALUE}).")
    private int patienceS;

    @Option(
        names = "--until-stdin-closes",
        hidden = true,
        description = "End with the process that started this one.")
    private boolean untilStdinCloses;

    @Override
    public Integer call() throws InterruptedException {
      TaskConfig task = TaskConfig.load(config.file("tasks/peeling.yaml"), config.overrides());
      RosNode node = Ros1Node.connect(ros.master(), "/peeling_cell");
      try (PeelingCellNode cell = new PeelingCellNode(node, task, Duration.ofSeconds(patienceS))) {
        Runtime.getRuntime().addShutdownHook(new Thread(cell::close, "stop"));
        if (untilStdinCloses) {
          watchStdin(cell);
        }
        console.say("the peeling cell serves at %s; press Ctrl-C to stop", ros.master());
        cell.run();
      }
      return 0;
    }

    private static void watchStdin(PeelingCellNode cell) {
      Thread watch =
          new Thread(
              () -> {
                try {
                  System.in.transferTo(java.io.OutputStream.nullOutputStream());
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                } finally {
                  cell.close();
                }
              },
              "watch-stdin");
      watch.setDaemon(true);
      watch.start();
    }
  }
}
