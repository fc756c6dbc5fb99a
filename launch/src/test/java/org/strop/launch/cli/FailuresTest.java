package org.strop.launch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strop.bridge.trajectory.dataset.Dataset;

/** Bad input gets one message that says what, where and how to mend it; nothing is half-written. */
class FailuresTest {
  @TempDir private Path folder;

  private static void isRefused(Cli result, String... words) {
    assertThat(result.exitCode()).as(result.err()).isEqualTo(2);
    assertThat(result.err()).contains("where:", "fix:").contains(words);
    assertThat(result.err()).doesNotContain("\tat ");
    assertThat(result.out()).isEmpty();
  }

  private String run() {
    return folder.resolve("run").toString();
  }

  private String demonstrations() {
    return Cli.demonstrations(folder.resolve("data"), 2).toString();
  }

  private void nothingIsWritten() {
    assertThat(folder.resolve("run")).doesNotExist();
  }

  @Test
  void anUnknownKeyIsToldWithTheNearestOne() {
    isRefused(
        Cli.run("demo", "--run", run(), "--set", "demonstratons=3"),
        "demonstratons",
        "demonstrations");
    nothingIsWritten();
  }

  @Test
  void aNegativeRateIsToldWithItsRange() {
    isRefused(
        Cli.run("record", "--out", run(), "--set", "policy_hz=-20", "--simulate"),
        "policy_hz",
        "-20");
    nothingIsWritten();
  }

  @Test
  void allProblemsAreToldAtOnce() {
    isRefused(
        Cli.run("demo", "--run", run(), "--set", "pairs=0", "--set", "attempts=three"),
        "pairs",
        "attempts");
    nothingIsWritten();
  }

  @Test
  void aMissingDatasetIsTold() {
    isRefused(
        Cli.run("train", "--data", folder.resolve("demos").toString(), "--run", run()), "demos");
    nothingIsWritten();
  }

  @Test
  void aTruncatedEpisodeIsToldWithItsFile() throws IOException {
    Path data = Path.of(demonstrations());
    String id = Dataset.open(data).episodeIds().get(1);
    Path episode = data.resolve("episodes").resolve(id + ".mcap");
    byte[] bytes = Files.readAllBytes(episode);
    Files.write(episode, Arrays.copyOf(bytes, bytes.length / 2));
    isRefused(Cli.run("train", "--data", data.toString(), "--run", run()), id + ".mcap");
    nothingIsWritten();
  }

  @Test
  void anOccupiedPortIsTold() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = Integer.toString(taken.getLocalPort());
      isRefused(Cli.run("label", "--data", demonstrations(), "--port", port), port);
    }
  }

  @Test
  void othersAreNotServedWithoutAToken() {
    isRefused(
        Cli.run("label", "--data", demonstrations(), "--host", "0.0.0.0", "--port", "0"), "token");
  }

  @Test
  void cudaWithoutAGpuIsAnErrorAndNotASilentCpuRun() {
    assumeFalse(Files.exists(Path.of("/proc/driver/nvidia/version")), "this machine has a GPU");
    isRefused(
        Cli.run(
            "train", "--data", demonstrations(), "--run", run(), "--set", "compute.device=cuda"),
        "cuda");
    nothingIsWritten();
  }

  @Test
  void aWrongOptionIsToldWithTheNearestOne() {
    isRefused(Cli.run("record", "--episodse", "3", "--out", run()), "--episodes");
    isRefused(Cli.run("lable"), "label");
    nothingIsWritten();
  }

  @Test
  void aRunIsNotOverwritten() throws IOException {
    Files.createDirectories(folder.resolve("run"));
    Files.writeString(folder.resolve("run/precious"), "x");
    isRefused(Cli.run("demo", "--run", run()), "--resume");
    assertThat(folder.resolve("run/precious")).hasContent("x");
  }
}
