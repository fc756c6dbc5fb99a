package org.strop.launch.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.strop.configs.ErrorCode;
import org.strop.configs.Resolved;
import org.strop.configs.StropException;
import org.strop.launch.progress.Bars;
import org.strop.launch.run.JsonLine;
import org.strop.launch.run.PeakMemory;
import org.strop.launch.run.RunFolder;

/** The whole loop for every seed, then the summary and the report. */
public final class Demo {
  private static final String RESOLVED = "resolved.yaml";

  private final Resolved<DemoConfig> resolved;
  private final DemoPlan plan;
  private final Path folder;

  /**
   * Creates a demo; loads and checks every configuration that it names.
   *
   * @param file where the configuration came from: its paths are relative to it
   * @param folder of the run
   * @throws StropException if any configuration is wrong
   */
  public Demo(Resolved<DemoConfig> resolved, Path file, Path folder) {
    this.resolved = resolved;
    this.plan = DemoPlan.load(resolved, file);
    this.folder = folder;
  }

  /**
   * Runs, or goes on with, the demo.
   *
   * @param command as it was typed, for the report
   * @throws StropException CONFIG if the folder holds a run of another configuration
   */
  public DemoResult run(Bars bars, String command) {
    long start = System.nanoTime();
    PeakMemory memory = new PeakMemory();
    claim();
    List<SeedResult> runs = new ArrayList<>();
    for (long seed : plan.demo().seeds()) {
      runs.add(new SeedStudy(plan, seed, seedFolder(seed), bars, memory).run());
    }
    Path report = folder.resolve("report.html");
    double wallS = (System.nanoTime() - start) / 1e9;
    DemoResult result = DemoResult.of(runs, wallS, memory.mebibytes(), report.toString());
    RunFolder.write(report, new DemoReport(plan, folder, runs, result, command).page());
    RunFolder.write(folder.resolve("result.json"), JsonLine.of(result) + "\n");
    return result;
  }

  private Path seedFolder(long seed) {
    return folder.resolve("seed-" + seed);
  }

  private void claim() {
    Path mark = folder.resolve(RESOLVED);
    if (!Files.exists(mark)) {
      RunFolder.write(mark, resolved.yaml());
      return;
    }
    try {
      if (Files.readString(mark).equals(resolved.yaml())) {
        return;
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    throw new StropException(
        ErrorCode.CONFIG,
        "the run was started with another configuration",
        mark.toString(),
        "resume with the same --config and --set, or choose another folder with --run");
  }
}
