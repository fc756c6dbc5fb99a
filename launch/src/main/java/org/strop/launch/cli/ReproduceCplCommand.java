package org.strop.launch.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.strop.configs.Resolved;
import org.strop.launch.reproduce.cpl.ArmResult;
import org.strop.launch.reproduce.cpl.CplConfig;
import org.strop.launch.reproduce.cpl.CplReport;
import org.strop.launch.reproduce.cpl.CplStudy;
import org.strop.launch.run.Installation;
import org.strop.sim.suite.task.SuiteTasks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code strop reproduce cpl}. */
@Command(
    name = "cpl",
    mixinStandardHelpOptions = true,
    description = {
      "Contrastive preference learning on the transfer suite.",
      "",
      "Learns from regret-made labels (arXiv 2310.13639), beside behaviour cloning, a learned"
          + " reward with implicit Q-learning, and",
      "implicit Q-learning on the true reward: same data, labels, episodes and seeds.",
      "",
      "Each arm's result is kept in the run folder; called again, it goes on where it stopped.",
      ""
    },
    footerHeading =
        "%nWith --json: seeds, tasks, episodes (an arm), data_success, label_agreement, rows (arm,"
            + " success,%nsuccess_standard_error, mean_return, return_standard_error, minus_bc,"
            + " minus_bc_standard_error,%nreturn_minus_bc, return_minus_bc_standard_error), cells"
            + " (task, arm, success, mean_return),%ncpl_minus_bc, cpl_minus_bc_standard_error,"
            + " cpl_beats_bc.%n%nExamples:%n",
    footer = {
      "  strop reproduce cpl --json",
      "  strop reproduce cpl --set seeds=[7] --set tasks=[window_open] --run runs/quick"
    })
final class ReproduceCplCommand implements Callable<Integer> {
  @Mixin private Console console;
  @Mixin private ConfigOption config;

  @Option(
      names = "--run",
      paramLabel = "DIR",
      description = "Folder for results; runs/cpl where left out.")
  private Path run = Path.of("runs", "cpl");

  @Override
  public Integer call() {
    Resolved<CplConfig> loaded = config.load("reproduce/cpl.yaml", CplConfig.class);
    SuiteTasks tasks = SuiteTasks.in(Installation.config("tasks/suite"));
    List<ArmResult> results = new CplStudy(loaded, tasks, run).run(console::bar);
    CplReport report = CplReport.of(loaded.value(), results);
    tell(report);
    console.result(() -> report);
    return 0;
  }

  private void tell(CplReport r) {
    print(
        "%n%d tasks, %d seeds, %d episodes an arm; %.0f %% of the recorded episodes solve their"
            + " task, %.0f %% of the noisy labels follow the regret%n%n",
        r.tasks().size(),
        r.seeds().size(),
        r.episodes(),
        100 * r.dataSuccess(),
        100 * r.labelAgreement());
    print("  %-20s %-15s %-15s %s%n", "arm", "success", "return", "success - cloning (s.e.)");
    for (CplReport.Row row : r.rows()) {
      print(
          "  %-20s %.3f (%.3f)   %6.2f (%.2f)   %+.3f (%.3f)%n",
          row.arm().name().toLowerCase(Locale.ROOT),
          row.success(),
          row.successStandardError(),
          row.meanReturn(),
          row.returnStandardError(),
          row.minusBc(),
          row.minusBcStandardError());
    }
  }

  private void print(String format, Object... values) {
    console.words().printf(Locale.ROOT, format, values);
  }
}
