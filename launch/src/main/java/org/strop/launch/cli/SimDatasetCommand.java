package org.strop.launch.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.strop.bridge.trajectory.dataset.Dataset;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.launch.progress.ProgressBar;
import org.strop.launch.rollout.TaskChoice;
import org.strop.sim.rollout.DemonstrationDataset;
import org.strop.sim.rollout.EpisodePool;
import org.strop.sim.suite.SuiteDataset;
import org.strop.sim.suite.act.Quality;
import org.strop.sim.suite.task.SuiteTask;
import org.strop.sim.task.TaskConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code strop sim dataset}. */
@Command(
    name = "dataset",
    mixinStandardHelpOptions = true,
    description = {
      "Writes graded data of the simulator's tasks as datasets (MCAP with Protobuf).",
      "",
      "Equal arguments give equal bytes, whatever the number of threads. Killed and started again",
      "it goes on where it was, and ends in the same bytes. Where --task or --quality is all, each",
      "dataset lies in DIR/TASK/QUALITY, else in DIR itself. Peeling has demonstrations (expert).",
      ""
    },
    footerHeading =
        "%nWith --json: datasets (of task, quality, episodes, steps, dataset).%n%nExamples:%n",
    footer = {
      "  strop sim dataset --task drawer_open --quality mixed --episodes 200 --out drawers",
      "  strop sim dataset --task all --episodes 100 --seed 1 --out suite"
    })
final class SimDatasetCommand implements Callable<Integer> {
  @Mixin private Console console;
  @Mixin private ConfigOption config;

  @Option(
      names = "--task",
      required = true,
      paramLabel = "NAME",
      description = "A task of the suite, all, or peeling.")
  private String task;

  @Option(
      names = "--quality",
      paramLabel = "GRADE",
      description =
          "expert, noisy, wandering, random, mixed, or all; where left out: expert for one task,"
              + " all for --task all.")
  private @Nullable String quality;

  @Option(
      names = "--episodes",
      defaultValue = "100",
      description = "How many there shall be in each (default ${DEFAULT-VALUE}).")
  private int episodes;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Seed of the first; they count up (default ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder.")
  private Path out;

  @Option(names = "--threads", description = "Threads; all cores where left out.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Override
  public Integer call() {
    TaskChoice.require(task);
    CountOption.atLeastOne("--episodes", episodes);
    CountOption.atLeastOne("--threads", threads);
    List<Map<String, Object>> written = new java.util.ArrayList<>();
    try (EpisodePool pool = new EpisodePool(threads)) {
      if (task.equals(TaskChoice.PEELING)) {
        written.add(peeling(pool));
      } else {
        List<Quality> grades = grades();
        List<String> tasks =
            task.equals(TaskChoice.ALL) ? TaskChoice.suite().names() : List.of(task);
        boolean many = tasks.size() > 1 || grades.size() > 1;
        for (String name : tasks) {
          for (Quality grade : grades) {
            Path folder = many ? out.resolve(name).resolve(grade.word()) : out;
            written.add(suite(name, grade, folder, pool));
          }
        }
      }
    }
    console.result(() -> Map.of("datasets", written));
    return 0;
  }

  private List<Quality> grades() {
    String left = task.equals(TaskChoice.ALL) ? TaskChoice.ALL : "expert";
    String word = quality == null ? left : quality;
    return word.equals(TaskChoice.ALL)
        ? Arrays.asList(Quality.values())
        : List.of(TaskChoice.quality("quality", word));
  }

  private Map<String, Object> suite(String name, Quality grade, Path folder, EpisodePool pool) {
    SuiteTask suiteTask = config.load("tasks/suite/" + name + ".yaml", SuiteTask.class).value();
    SuiteDataset data = new SuiteDataset(suiteTask, grade, episodes, seed);
    try (ProgressBar bar = console.bar(data.name(), "episodes", episodes)) {
      data.write(folder, pool, n -> bar.at(n, ""));
    }
    return tell(name, grade.word(), folder);
  }

  private Map<String, Object> peeling(EpisodePool pool) {
    if (quality != null && !quality.equals("expert")) {
      throw new StropException(
          ErrorCode.USAGE,
          "peeling has no data of quality " + quality + ".",
          "option --quality",
          "leave it out: peeling has demonstrations only.");
    }
    TaskConfig peeling = TaskConfig.load(config.file("tasks/peeling.yaml"), config.overrides());
    try (ProgressBar bar = console.bar(task, "episodes", episodes)) {
      new DemonstrationDataset(peeling, episodes, seed).write(out, pool, n -> bar.at(n, ""));
    }
    return tell(task, "expert", out);
  }

  private Map<String, Object> tell(String name, String grade, Path folder) {
    var manifest = Dataset.open(folder).manifest();
    int n = manifest.episodes().size();
    console
        .words()
        .printf(
            "%s, %s: %d episodes, %d steps in %s%n", name, grade, n, manifest.totalSteps(), folder);
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("task", name);
    keys.put("quality", grade);
    keys.put("episodes", n);
    keys.put("steps", manifest.totalSteps());
    keys.put("dataset", folder.toString());
    return keys;
  }
}
