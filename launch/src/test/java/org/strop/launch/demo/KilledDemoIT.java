package org.strop.launch.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strop.launch.cli.Cli;

/** The whole loop in small, killed at random moments and resumed, beside an undisturbed run. */
@Tag("slow")
class KilledDemoIT {
  private static final int KILLS = 3;
  private static final long TIMEOUT_MINUTES = 8;
  private static final Path ROOT = Path.of(System.getProperty("strop.root"));

  @TempDir private Path folder;

  @Test
  void aKilledAndResumedDemoEndsInTheResultOfAnUndisturbedOne() throws Exception {
    Path config = smallDemo();
    long start = System.nanoTime();
    int code = finish(Cli.start(log("calm"), args(config, "calm", false)));
    assertThat(code).as(Files.readString(log("calm"))).isZero();
    long calmMillis = (System.nanoTime() - start) / 1_000_000;
    killAndResume(config, calmMillis);
    JsonNode calm = result("calm");
    assertThat(result("killed")).isEqualTo(calm);
    assertThat(arms("killed")).isEqualTo(arms("calm"));
    assertThat(calm.path("episodes").asInt()).isEqualTo(4);
    assertThat(Files.readString(folder.resolve("calm/report.html"))).contains("<svg", "data:image");
  }

  private void killAndResume(Path config, long calmMillis) throws Exception {
    long seed = Long.getLong("test.seed", System.nanoTime());
    SplittableRandom random = new SplittableRandom(seed);
    boolean resume = false;
    for (int k = 0; k < KILLS; k++) {
      Process process = Cli.start(log("killed"), args(config, "killed", resume));
      long after = random.nextLong(calmMillis / 4, calmMillis * 3 / 4);
      if (process.waitFor(after, TimeUnit.MILLISECONDS)) {
        assertThat(process.exitValue()).as("-Dtest.seed=" + seed).isZero();
      }
      process.destroyForcibly().waitFor();
      resume = true;
    }
    Process last = Cli.start(log("killed"), args(config, "killed", true));
    int code = finish(last);
    assertThat(code).as("-Dtest.seed=%d%n%s", seed, Files.readString(log("killed"))).isZero();
  }

  private static int finish(Process process) throws InterruptedException {
    assertThat(process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  private List<String> args(Path config, String run, boolean resume) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "demo", "--config", config.toString(), "--run", folder.resolve(run).toString()));
    if (resume) {
      args.add("--resume");
    }
    return args;
  }

  private Path log(String run) {
    return folder.resolve(run + ".log");
  }

  /** The shipped configurations, but for a few numbers. */
  private Path smallDemo() throws IOException {
    Path configs = ROOT.resolve("configs");
    Path train =
        extend(
            configs.resolve("train/peeling_diffusion.yaml"),
            "learning:\n  steps: 120\n" + "log_every: 10\ncheckpoint_every: 20\n");
    Path reward = extend(configs.resolve("reward/peeling.yaml"), "fit:\n  steps: 40\n");
    Path residual =
        extend(
            configs.resolve("train/peeling_residual.yaml"),
            "learning:\n  steps: 60\n" + "log_every: 10\n");
    return Files.writeString(
        folder.resolve("demo.yaml"),
        """
        seeds: [7]
        demonstrations: 6
        attempts: 8
        pairs: 8
        eval_episodes: 4
        task: %1$s/tasks/peeling.yaml
        robot: %1$s/robots/peeling_cell.yaml
        operator: %1$s/operators/gentle.yaml
        train: %2$s
        reward: %3$s
        residual: %4$s
        """
            .formatted(configs, train, reward, residual));
  }

  private Path extend(Path shipped, String changes) throws IOException {
    return Files.writeString(
        folder.resolve(shipped.getFileName()), "extends: " + shipped + "\n" + changes);
  }

  private JsonNode result(String run) throws IOException {
    Path file = folder.resolve(run).resolve("result.json");
    ObjectNode result = (ObjectNode) new ObjectMapper().readTree(Files.readAllBytes(file));
    return result.without(List.of("wall_s", "peak_rss_mb", "report"));
  }

  private String arms(String run) throws IOException {
    return Files.readString(folder.resolve(run).resolve("seed-7/evaluation/arms.json"));
  }
}
