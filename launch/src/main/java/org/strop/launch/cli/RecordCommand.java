package org.strop.launch.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.strop.bridge.control.robot.RobotConfig;
import org.strop.bridge.ros.ros1.EmbeddedMaster;
import org.strop.bridge.trajectory.dataset.Dataset;
import org.strop.configs.Resolved;
import org.strop.launch.demo.SimulatorProcess;
import org.strop.launch.progress.ProgressBar;
import org.strop.launch.record.Recording;
import org.strop.launch.run.Installation;
import org.strop.launch.run.PeakMemory;
import org.strop.launch.run.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code strop record}. */
@Command(
    name = "record",
    mixinStandardHelpOptions = true,
    description = {
      "Records demonstrations over ROS into a dataset folder, aligned to the policy's rate.",
      "",
      "Each episode is on the disk before the next one starts; every message also goes, as it",
      "arrives, into a raw MCAP log beside the episodes. The configuration maps a robot's topics.",
      ""
    },
    footerHeading = "%nWith --json: episodes, steps, dataset.%n%nExamples:%n",
    footer = {
      "  strop record --simulate --out demos --episodes 40",
      "  strop record --config configs/robots/peeling_cell.yaml --master http://robot:11311 --out"
          + " demos --episodes 40 --resume"
    })
final class RecordCommand implements Callable<Integer> {
  @Mixin private Console console;
  @Mixin private ConfigOption config;
  @Mixin private RosOption ros;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Dataset folder.")
  private Path out;

  @Option(
      names = "--episodes",
      defaultValue = "20",
      description = "How many there shall be in all (default ${DEFAULT-VALUE}).")
  private int episodes;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Seed of the first; they count up (default ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--produce",
      defaultValue = "mixed",
      description = "Kind of produce, or mixed (default).")
  private String produce;

  @Option(names = "--resume", description = "Go on with a dataset that is there.")
  private boolean resume;

  @Option(
      names = "--simulate",
      description = "Start a master and the simulated cell for this recording.")
  private boolean simulate;

  @Override
  public Integer call() {
    Resolved<RobotConfig> resolved = config.load("robots/peeling_cell.yaml", RobotConfig.class);
    RobotConfig robot = resolved.value();
    if (simulate) {
      simulated(robot);
    } else {
      record(robot, ros.master());
    }
    RunFolder.write(out.resolve("resolved.yaml"), resolved.yaml());
    report();
    return 0;
  }

  private void simulated(RobotConfig robot) {
    Path task = Installation.config("tasks/peeling.yaml");
    Path log = out.resolve("simulator.log");
    try (EmbeddedMaster master = EmbeddedMaster.start(0);
        SimulatorProcess cell = SimulatorProcess.start(master.uri(), task, log, new PeakMemory())) {
      console.say("simulator: process %d, master %s", cell.pid(), master.uri());
      record(robot, master.uri());
    }
  }

  private void record(RobotConfig robot, URI master) {
    Recording recording = new Recording(robot, master, out, produce, seed, episodes);
    try (ProgressBar bar = console.bar("record", "episodes", episodes)) {
      recording.run(resume, done -> bar.at(done, ""));
    }
  }

  private void report() {
    Dataset dataset = Dataset.open(out);
    int steps = dataset.readAll().stream().mapToInt(t -> t.length()).sum();
    int n = dataset.episodeIds().size();
    console.words().printf("%d episodes, %d steps in %s%n", n, steps, out);
    console.result(() -> Map.of("episodes", n, "steps", steps, "dataset", out.toString()));
  }
}
