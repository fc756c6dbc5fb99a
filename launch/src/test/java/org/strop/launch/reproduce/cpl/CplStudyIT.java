package org.strop.launch.reproduce.cpl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strop.configs.ConfigLoader;
import org.strop.configs.Resolved;
import org.strop.configs.StropException;
import org.strop.launch.progress.Bars;
import org.strop.launch.progress.ProgressBar;
import org.strop.sim.suite.task.SuiteTasks;

/** All arms on one task with little data: complete, repeatable, resumable. */
@Tag("slow")
class CplStudyIT {
  private static final Path CONFIGS = Path.of(System.getProperty("strop.root"), "configs");
  private static final Bars QUIET =
      (title, unit, total) ->
          new ProgressBar(new PrintWriter(Writer.nullWriter()), title, unit, total);

  @TempDir private Path folder;

  private static Resolved<CplConfig> config(String... more) {
    List<String> overrides =
        new ArrayList<>(
            List.of(
                "seeds=[101]",
                "tasks=[button_press]",
                "episodes=30",
                "labels.pairs=200",
                "evaluation_episodes=10",
                "actor.hidden_width=32",
                "cloning.steps=400",
                "contrastive.steps=200",
                "reward.fit.steps=50",
                "iql.steps=100"));
    overrides.addAll(List.of(more));
    return ConfigLoader.load(CONFIGS.resolve("reproduce/cpl.yaml"), overrides, CplConfig.class);
  }

  private static List<ArmResult> run(Resolved<CplConfig> config, Path run) {
    return new CplStudy(config, SuiteTasks.in(CONFIGS.resolve("tasks/suite")), run).run(QUIET);
  }

  @Test
  void goesOnWhereItStoppedAndGivesTheSame() throws IOException {
    Path run = folder.resolve("run");
    List<ArmResult> whole = run(config(), run);
    assertThat(whole).extracting(ArmResult::arm).containsExactly(Arm.values());
    Files.delete(run.resolve("button_press/seed_101/cpl.json"));
    assertThat(run(config(), run)).containsExactlyInAnyOrderElementsOf(whole);
    assertThatThrownBy(() -> run(config("lambda=1.0"), run))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("another configuration");
    CplReport report = CplReport.of(config().value(), whole);
    assertThat(report.rows()).hasSize(Arm.values().length);
    assertThat(report.rows().get(0).minusBc()).isZero();
    assertThat(report.cplBeatsBc()).as("one seed has no standard error").isFalse();
  }
}
