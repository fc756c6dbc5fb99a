package org.strop.launch.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.strop.launch.bench.BenchRow;
import org.strop.launch.bench.SimBench;
import org.strop.launch.progress.ProgressBar;
import org.strop.launch.run.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code strop bench}. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    subcommands = BenchCommand.Sim.class,
    description = "Measures speed and memory on this machine.",
    footerHeading = "%nExamples:%n",
    footer = {"  strop bench sim", "  strop bench sim --seconds 0.5 --episodes 1000 --json"})
final class BenchCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "What is to be measured? sim");
  }

  /** {@code strop bench sim}. */
  @Command(
      name = "sim",
      mixinStandardHelpOptions = true,
      description = {
        "Measures the simulator.",
        "",
        "The whole control step of the 7-joint arm in contact beside the forward dynamics of mecano"
            + " alone, two cores beside one, an 8 s peel, garbage, heap over",
        "many episodes. Medians of five runs; what bounds them: sim/docs/arm.md.",
        ""
      },
      footerHeading =
          "%nWith --json: rows (name, value, unit, rival, rival_value, ratio).%n%nExamples:%n",
      footer = {"  strop bench sim", "  strop bench sim --seconds 0.5 --episodes 1000 --json"})
  static final class Sim implements Callable<Integer> {
    @Mixin private Console console;

    @Option(
        names = "--seconds",
        defaultValue = "1",
        description = "Wall seconds of each run (default ${DEFAULT-VALUE}).")
    private double seconds;

    @Option(
        names = "--episodes",
        defaultValue = "10000",
        description =
            "Episodes over which the heap is watched (default ${DEFAULT-VALUE}); 0: none.")
    private int episodes;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
      if (!(seconds > 0 && seconds <= 60) || episodes < 0) {
        throw new ParameterException(
            spec.commandLine(), "--seconds must be above 0 and at most 60, --episodes 0 or more");
      }
      SimBench bench = new SimBench(Installation.config(""), seconds);
      List<BenchRow> rows = new ArrayList<>(bench.speed(this::tell));
      if (episodes > 0) {
        try (ProgressBar bar = console.bar("memory", "episodes", episodes)) {
          rows.add(bench.memory(episodes, n -> bar.at(n, "")));
        }
        tell(rows.get(rows.size() - 1));
      }
      console.result(() -> Map.of("rows", rows.stream().map(Sim::json).toList()));
      return 0;
    }

    private void tell(BenchRow row) {
      String beside =
          row.rival()
              .map(
                  rival ->
                      String.format(
                          Locale.ROOT,
                          "   %s %.4g, ratio %.3g",
                          rival,
                          row.rivalValue().orElseThrow(),
                          row.ratio().orElseThrow()))
              .orElse("");
      console
          .words()
          .println(
              String.format(
                  Locale.ROOT, "%-30s %10.4g %-8s%s", row.name(), row.value(), row.unit(), beside));
    }

    /** Every key in every row; null where there is no rival. */
    private static Map<String, Object> json(BenchRow row) {
      Map<String, Object> map = new java.util.LinkedHashMap<>();
      map.put("name", row.name());
      map.put("value", row.value());
      map.put("unit", row.unit());
      map.put("rival", row.rival().orElse(null));
      map.put("rival_value", row.rivalValue().orElse(null));
      map.put("ratio", row.ratio().orElse(null));
      return map;
    }
  }
}
