package org.strop.bridge.trajectory.mcap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.RandomTrajectories;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.bridge.trajectory.codec.EpisodeCodec;
import org.strop.bridge.trajectory.log.RawLogWriter;

/** The format's own library (npm {@code @mcap/core}) reads our files, and we read its. */
@Tag("slow")
class McapPeerIT {
  private static final Path PEER = Path.of("target", "mcap-peer").toAbsolutePath();

  @TempDir Path folder;

  @BeforeAll
  static void installThePeer() throws Exception {
    Files.createDirectories(PEER);
    for (String file : List.of("package.json", "peer.mjs")) {
      Path source = Path.of("src", "test", "node", file);
      Files.write(PEER.resolve(file), Files.readAllBytes(source));
    }
    boolean there =
        Files.isDirectory(PEER.resolve("node_modules/@mcap/core"))
            || run("npm", "install", "--no-audit", "--no-fund", "--loglevel=error").exit == 0;
    boolean required =
        Arrays.asList(System.getProperty("strop.require", "").split(",")).contains("node");
    if (required) {
      assertThat(there).as("node and the npm package @mcap/core").isTrue();
    }
    Assumptions.assumeTrue(there, "no peer: node or the npm package @mcap/core is not available");
  }

  private record Output(int exit, String text) {}

  private static Output run(String... command) throws InterruptedException {
    try {
      Path text = Files.createTempFile("peer", ".txt");
      Process process =
          new ProcessBuilder(command)
              .directory(PEER.toFile())
              .redirectErrorStream(true)
              .redirectOutput(text.toFile())
              .start();
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return new Output(-1, "took over 120 s");
      }
      return new Output(process.exitValue(), Files.readString(text, StandardCharsets.UTF_8));
    } catch (IOException e) {
      return new Output(-1, String.valueOf(e.getMessage())); // the program is not there
    }
  }

  private static JsonNode readByPeer(Path file) throws Exception {
    Output output = run("node", "peer.mjs", "read", file.toString());
    assertThat(output.exit).as(output.text).isZero();
    return new ObjectMapper().readTree(output.text);
  }

  @Test
  void thePeerReadsAndDecodesAnEpisode() throws Exception {
    Path file = folder.resolve("e.mcap");
    Trajectory trajectory = RandomTrajectories.peeling("episode-7", 120, 3);
    EpisodeCodec.write(trajectory, file);
    JsonNode read = readByPeer(file);
    for (String topic : List.of("step", "action", "cut", "observation.state")) {
      assertThat(read.path("topics").path(topic).asInt()).isEqualTo(120);
    }
    assertThat(read.path("messages").asInt()).isEqualTo(601);
    assertThat(read.path("streamed").asInt()).isEqualTo(601);
    assertThat(read.path("done").asBoolean()).isTrue();
    assertThat(read.path("ordered").asBoolean()).isTrue();
    JsonNode decoded = read.path("decoded");
    assertThat(decoded.path("episode").path("episode_id").asText()).isEqualTo("episode-7");
    JsonNode wrench = decoded.path("observation.wrench");
    assertThat(wrench.path("stamp_nanos").asText()).isEqualTo("1000000000");
    assertThat((float) wrench.path("force_n").path("z").asDouble())
        .isEqualTo(trajectory.channel(Channels.WRENCH).get(0, 2));
  }

  @Test
  void thePeerReadsARawLogOfManyChunks() throws Exception {
    Path file = folder.resolve("raw.mcap");
    try (RawLogWriter log = RawLogWriter.create(file)) {
      log.channel(Channels.WRENCH);
      for (int i = 0; i < 500; i++) {
        log.append("observation.wrench", i * 10_000_000L, 1 + i * 10_000_000L, new float[6]);
      }
    }
    JsonNode read = readByPeer(file);
    assertThat(read.path("topics").path("observation.wrench").asInt()).isEqualTo(500);
    assertThat(read.path("chunks").asInt()).isGreaterThan(15);
    assertThat(read.path("done").asBoolean()).isTrue();
  }

  @Test
  void weReadWhatThePeerWrites() throws Exception {
    Path file = folder.resolve("peer.mcap");
    Output output = run("node", "peer.mjs", "write", file.toString());
    assertThat(output.exit).as(output.text).isZero();
    List<Long> times = new ArrayList<>();
    try (McapIndexedReader reader = McapIndexedReader.open(file)) {
      assertThat(reader.summary().chunks().size()).isGreaterThan(1);
      reader.messages(c -> c.topic().equals("peer"), 85, 95, m -> times.add(m.logTimeNanos()));
      assertThat(reader.metadata(reader.summary().metadata().get(0)).metadata())
          .isEqualTo(Map.of("k", "v"));
    }
    assertThat(times).containsExactly(85L, 86L, 87L, 88L, 89L, 90L, 91L, 92L, 93L, 94L);
    try (McapStreamReader reader = McapStreamReader.open(file)) {
      reader.requireWhole();
    }
  }
}
