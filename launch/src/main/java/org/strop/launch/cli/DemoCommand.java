package org.strop.launch.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.launch.demo.Demo;
import org.strop.launch.demo.DemoConfig;
import org.strop.launch.demo.DemoResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code strop demo}. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the whole loop in simulation, once per seed, and measures it.",
      "",
      "It records over ROS, trains, lets a simulated operator judge attempts through the panel,"
          + " learns",
      "a reward, refines the policy, and measures it beside the base policy and a control arm.",
      ""
    },
    footerHeading =
        "%nWith --json: seeds, episodes, base_success, refined_success, base_ci, refined_ci,%n"
            + "paired_difference (operator's utility, refined minus base), standard_error,%n"
            + "control_difference, control_standard_error, win_rate, wall_s, peak_rss_mb, report.%n"
            + "%nExamples:%n",
    footer = {
      "  strop demo",
      "  strop demo --set seeds=[7] --set demonstrations=20 --run runs/quick --resume"
    })
final class DemoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Console console;
  @Mixin private ConfigOption config;

  @Option(
      names = "--run",
      paramLabel = "DIR",
      description = "Run folder; runs/demo where left out.")
  private Path run = Path.of("runs", "demo");

  @Option(names = "--resume", description = "Go on with the run in that folder.")
  private boolean resume;

  @Override
  public Integer call() {
    Path file = config.file("demo.yaml");
    Demo demo = new Demo(config.load("demo.yaml", DemoConfig.class), file, run);
    requireFresh();
    DemoResult result = demo.run(console::bar, commandLine());
    tell(result);
    console.result(() -> result);
    return 0;
  }

  private void requireFresh() {
    if (resume || !Files.exists(run)) {
      return;
    }
    try (Stream<Path> inside = Files.list(run)) {
      if (inside.findAny().isPresent()) {
        throw new StropException(
            ErrorCode.USAGE,
            "there is a run in " + run + " already",
            "--run " + run,
            "add --resume to go on with it (a finished one only prints its result), or choose"
                + " another folder with --run");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String commandLine() {
    List<String> words = spec.commandLine().getParseResult().originalArgs();
    return "launch/strop " + String.join(" ", words);
  }

  private void tell(DemoResult r) {
    console
        .words()
        .printf(
            java.util.Locale.ROOT,
            "%n  success   base %.2f [%.2f, %.2f]   refined %.2f [%.2f, %.2f]   (n = %d each, %d"
                + " seeds, 95 %% Wilson)%n",
            r.baseSuccess(),
            r.baseCi().get(0),
            r.baseCi().get(1),
            r.refinedSuccess(),
            r.refinedCi().get(0),
            r.refinedCi().get(1),
            r.episodes(),
            r.seeds().size());
    console
        .words()
        .printf(
            java.util.Locale.ROOT,
            "  operator likes refined better on %.0f %% of the instances%n"
                + "  utility   refined - base  %+.4f (standard error %.4f over seeds)%n"
                + "            control - base  %+.4f (standard error %.4f; beta = 0, same"
                + " budget)%n  report    %s%n  %.0f s, at most %d MiB%n",
            100 * r.winRate(),
            r.pairedDifference(),
            r.standardError(),
            r.controlDifference(),
            r.controlStandardError(),
            r.report(),
            r.wallS(),
            r.peakRssMb());
  }
}
