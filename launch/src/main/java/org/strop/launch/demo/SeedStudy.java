package org.strop.launch.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.strop.bridge.ros.ros1.EmbeddedMaster;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.bridge.trajectory.dataset.Dataset;
import org.strop.bridge.trajectory.dataset.DatasetInfo;
import org.strop.bridge.trajectory.dataset.DatasetWriter;
import org.strop.launch.label.QueryPlan;
import org.strop.launch.progress.Bars;
import org.strop.launch.progress.ProgressBar;
import org.strop.launch.record.Recording;
import org.strop.launch.run.PeakMemory;
import org.strop.sim.operator.PanelOperator;
import org.strop.sim.operator.SimulatedOperator;
import org.strop.sim.task.TaskConfig;
import org.strop.ui.panel.EpisodeSource;
import org.strop.ui.panel.PanelConfig;
import org.strop.ui.panel.PanelServer;
import org.strop.ui.store.Store;

/** One seed's run through the whole loop, stage by stage; see the package. */
final class SeedStudy {
  private static final int ANY_PORT = 0;

  private final DemoPlan plan;
  private final long seed;
  private final Stages stages;
  private final Bars bars;
  private final PeakMemory memory;
  private final Learning learning;

  SeedStudy(DemoPlan plan, long seed, Path folder, Bars bars, PeakMemory memory) {
    this.plan = plan;
    this.seed = seed;
    this.stages = new Stages(folder);
    this.memory = memory;
    this.bars = (title, unit, total) -> bars.open("seed " + seed + ": " + title, unit, total);
    this.learning = new Learning(plan, seed, stages, this.bars);
  }

  /** Runs what is not done yet, and returns the result. */
  SeedResult run() {
    stages.resume("demonstrations", this::demonstrate);
    stages.resume("base", learning::train);
    stages.restart("attempts", this::attempt);
    stages.resume("labels", this::label);
    stages.restart("reward", learning::reward);
    stages.restart("refined", learning::refine);
    stages.restart("control", learning::control);
    stages.restart("evaluation", this::evaluate);
    return EvaluationFiles.read(stages.folder("evaluation"), seed);
  }

  private void demonstrate() {
    Path out = stages.folder("demonstrations");
    int n = plan.demo().demonstrations();
    Path log = out.resolveSibling("simulator.log");
    try (EmbeddedMaster master = EmbeddedMaster.start(ANY_PORT);
        SimulatorProcess cell = SimulatorProcess.start(master.uri(), plan.taskFile(), log, memory);
        ProgressBar bar = bars.open("record over ROS", "episodes", n)) {
      memory.read("simulator", cell.pid());
      new Recording(
              plan.robot(),
              master.uri(),
              out,
              TaskConfig.MIXED,
              DemoPlan.firstDemonstration(seed),
              n)
          .run(true, done -> bar.at(done, ""));
    }
  }

  private void attempt() {
    DatasetInfo info =
        new DatasetInfo(
            plan.task().name(),
            plan.task().policyRateHz(),
            List.of(Channels.STATE, Channels.WRENCH, Channels.ACTION, Channels.CUT));
    List<Trajectory> attempts = learning.attempts();
    try (DatasetWriter writer = DatasetWriter.create(stages.folder("attempts"), info)) {
      writer.addAll(attempts);
    }
  }

  /** The operator answers as a person would: over HTTP, from what the panel shows. */
  private void label() {
    List<Trajectory> attempts = Dataset.open(stages.folder("attempts")).readAll();
    var queries = QueryPlan.pairs(attempts, plan.demo().pairs(), seed);
    try (Store store = Store.open(labels());
        PanelServer panel =
            PanelServer.start(PanelConfig.local(ANY_PORT), store, EpisodeSource.of(attempts));
        ProgressBar bar = bars.open("ask the operator", "pairs", queries.size())) {
      store.addQueries(queries);
      int before = store.progress(plan.operator().name()).done();
      PanelOperator operator =
          new PanelOperator(URI.create(panel.url()), Optional.empty(), operator());
      operator.answer(Integer.MAX_VALUE, done -> bar.at(before + done, ""));
    }
  }

  private Path labels() {
    return Learning.labels(stages);
  }

  private SimulatedOperator operator() {
    return new SimulatedOperator(plan.operator(), plan.task(), seed);
  }

  private void evaluate() {
    List<ArmRollouts> arms = new ArrayList<>();
    arms.add(learning.roll(SeedResult.BASE, operator()));
    arms.add(learning.roll(SeedResult.REFINED, operator()));
    arms.add(learning.roll(SeedResult.CONTROL, operator()));
    EvaluationFiles.write(stages.folder("evaluation"), arms);
  }
}
