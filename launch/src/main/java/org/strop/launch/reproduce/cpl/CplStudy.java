package org.strop.launch.reproduce.cpl;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.strop.configs.ErrorCode;
import org.strop.configs.Resolved;
import org.strop.configs.StropException;
import org.strop.launch.progress.Bars;
import org.strop.launch.progress.ProgressBar;
import org.strop.launch.run.RunFolder;
import org.strop.policy.actor.ActorPolicy;
import org.strop.policy.nn.Torch;
import org.strop.sim.suite.task.SuiteTask;
import org.strop.sim.suite.task.SuiteTasks;

/** Runs all arms of all tasks and seeds, and goes on where an earlier run in the folder stopped. */
public final class CplStudy {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RESOLVED = "resolved.yaml";

  private final CplConfig config;
  private final String yaml;
  private final SuiteTasks tasks;
  private final Path run;
  private final Torch torch;

  /**
   * Creates a study.
   *
   * @param tasks the suite
   * @param run folder for results
   */
  public CplStudy(Resolved<CplConfig> config, SuiteTasks tasks, Path run) {
    this.config = config.value();
    this.yaml = config.yaml();
    this.tasks = tasks;
    this.run = run;
    this.torch = Torch.start(this.config.compute());
  }

  /**
   * Returns the results of all arms, those of an earlier run in the folder as they were.
   *
   * @throws StropException {@code CONFIG} if the folder holds results of another configuration
   */
  public List<ArmResult> run(Bars bars) {
    requireSameConfig();
    int total = config.tasks().size() * config.seeds().size() * config.arms().size();
    List<ArmResult> results = new ArrayList<>();
    try (ProgressBar bar = bars.open("cpl", "arms", total)) {
      bar.at(0, "");
      for (long seed : config.seeds()) {
        for (String name : config.tasks()) {
          new Cell(tasks.load(name), seed).run(results, bar);
        }
      }
    }
    return results;
  }

  private void requireSameConfig() {
    Path resolved = run.resolve(RESOLVED);
    try {
      if (Files.exists(resolved)
          && !Files.readString(resolved, StandardCharsets.UTF_8).equals(yaml)) {
        throw new StropException(
            ErrorCode.CONFIG,
            "the folder holds results of another configuration",
            resolved.toString(),
            "choose another folder with --run, or go on with that configuration");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    RunFolder.write(resolved, yaml);
  }

  /** One task and seed: data and labels are made when the first arm needs them. */
  private final class Cell {
    private final SuiteTask task;
    private final long seed;

    Cell(SuiteTask task, long seed) {
      this.task = task;
      this.seed = seed;
    }

    void run(List<ArmResult> results, ProgressBar bar) {
      List<Arm> missing = new ArrayList<>();
      for (Arm arm : config.arms()) {
        if (Files.exists(file(arm))) {
          results.add(read(file(arm)));
        } else {
          missing.add(arm);
        }
      }
      bar.at(results.size(), task.name());
      if (!missing.isEmpty()) {
        train(missing, results, bar);
      }
    }

    private void train(List<Arm> arms, List<ArmResult> results, ProgressBar bar) {
      OfflineData data =
          OfflineData.record(
              task, config.qualities(), config.episodes(), config.episodeSteps(), seed);
      RegretLabels labels = RegretLabels.of(task, data, config.labels(), seed);
      ArmTrainer trainer = new ArmTrainer(config, torch, data, labels, seed);
      SuiteEvaluation evaluation = new SuiteEvaluation(task, config.evaluationEpisodes(), seed);
      for (Arm arm : arms) {
        try (ActorPolicy policy = trainer.train(arm).policy(torch)) {
          ArmResult result = result(arm, evaluation.of(policy), data, labels);
          write(file(arm), result);
          results.add(result);
          bar.at(results.size(), task.name() + ", seed " + seed);
        }
      }
    }

    private ArmResult result(
        Arm arm, SuiteEvaluation.Outcome outcome, OfflineData data, RegretLabels labels) {
      return new ArmResult(
          task.name(),
          seed,
          arm,
          config.evaluationEpisodes(),
          outcome.successes(),
          outcome.meanReturn(),
          (double) data.successes() / config.episodes(),
          data.meanReturn(),
          labels.agreement());
    }

    private Path file(Arm arm) {
      return run.resolve(task.name())
          .resolve("seed_" + seed)
          .resolve(arm.name().toLowerCase(Locale.ROOT) + ".json");
    }
  }

  private static ArmResult read(Path file) {
    try {
      return JSON.readValue(file.toFile(), ArmResult.class);
    } catch (IOException e) {
      throw new StropException(
          ErrorCode.CORRUPT_DATA,
          "the file is not the result of an arm",
          file.toString(),
          "delete it; the arm is then run again",
          e);
    }
  }

  private static void write(Path file, ArmResult result) {
    try {
      RunFolder.write(file, JSON.writeValueAsBytes(result));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
