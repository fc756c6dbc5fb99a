package org.strop.launch.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strop.bridge.trajectory.dataset.Dataset;
import org.strop.bridge.trajectory.log.RawLogReader;
import org.strop.launch.cli.Cli;

/** The simulator is killed while `strop record` records it over TCPROS. */
@Tag("slow")
class KilledSimulatorIT {
  private static final Pattern PROCESS = Pattern.compile("simulator: process (\\d+)");
  private static final int EPISODES = 60;
  private static final long DEADLINE_NANOS = TimeUnit.MINUTES.toNanos(3);

  @TempDir private Path folder;

  @Test
  void aDeadSimulatorEndsInAClearMessageAReadableLogAndAResume() throws Exception {
    Path log = folder.resolve("record.log");
    Path out = folder.resolve("demos");
    Process record = Cli.start(log, args(out, false));
    long simulator = awaitSimulator(log);
    awaitEpisodes(out, 3);
    ProcessHandle.of(simulator).orElseThrow().destroyForcibly();
    assertThat(record.waitFor(3, TimeUnit.MINUTES)).isTrue();
    String said = Files.readString(log);
    assertThat(record.exitValue()).as(said).isEqualTo(1);
    assertThat(said).contains("whole episodes", "where:", "fix:", "--resume");
    assertThat(said).doesNotContain("\tat ");
    int safe = Dataset.open(out).readAll().size();
    assertThat(safe).isBetween(3, EPISODES - 1);
    assertThat(RawLogReader.entries(out.resolve("raw-1.mcap"))).isNotEmpty();

    Process again = Cli.start(log, args(out, true));
    assertThat(again.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(again.exitValue()).as(Files.readString(log)).isZero();
    assertThat(Dataset.open(out).readAll()).hasSize(EPISODES);
  }

  private static List<String> args(Path out, boolean resume) {
    List<String> args =
        List.of(
            "record", "--simulate", "--out", out.toString(), "--episodes", "" + EPISODES, "--json");
    return resume
        ? java.util.stream.Stream.concat(args.stream(), java.util.stream.Stream.of("--resume"))
            .toList()
        : args;
  }

  private static long awaitSimulator(Path log) throws IOException {
    long start = System.nanoTime();
    while (System.nanoTime() - start < DEADLINE_NANOS) {
      Matcher matcher = PROCESS.matcher(Files.exists(log) ? Files.readString(log) : "");
      if (matcher.find()) {
        return Long.parseLong(matcher.group(1));
      }
      LockSupport.parkNanos(20_000_000);
    }
    throw new AssertionError("no simulator started: " + Files.readString(log));
  }

  private static void awaitEpisodes(Path out, int n) throws IOException {
    long start = System.nanoTime();
    while (System.nanoTime() - start < DEADLINE_NANOS) {
      Path episodes = out.resolve("episodes");
      if (Files.isDirectory(episodes)) {
        try (var files = Files.list(episodes)) {
          if (files.filter(f -> f.toString().endsWith(".mcap")).count() >= n) {
            return;
          }
        }
      }
      LockSupport.parkNanos(20_000_000);
    }
    throw new AssertionError(n + " episodes were not recorded in time");
  }
}
