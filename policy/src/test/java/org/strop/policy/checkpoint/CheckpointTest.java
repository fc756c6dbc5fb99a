package org.strop.policy.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.policy.nn.Tensor;

class CheckpointTest {
  private static final Map<String, Tensor> TENSORS = Map.of("w", Tensor.vector(1, 2, 3));

  @TempDir private Path parent;

  private String write(Path folder) throws IOException {
    return Checkpoint.write(
        folder,
        "thing",
        Map.of(
            "model.safetensors", Checkpoint.tensors(TENSORS),
            "note.txt", "hello".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void readingGivesWhatWasWritten() throws IOException {
    Path folder = parent.resolve("a").resolve("policy");
    String hash = write(folder);
    Checkpoint checkpoint = Checkpoint.read(folder).require("thing");
    assertThat(checkpoint.sha256()).isEqualTo(hash);
    assertThat(checkpoint.text("note.txt")).isEqualTo("hello");
    assertThat(checkpoint.readTensors("model.safetensors")).isEqualTo(TENSORS);
    assertThat(checkpoint.has("other")).isFalse();
  }

  @Test
  void writingTwiceReplacesAndLeavesNothingElse() throws IOException {
    Path folder = parent.resolve("policy");
    String first = write(folder);
    Files.createDirectory(parent.resolve(".policy.new")); // a killed write
    Files.writeString(parent.resolve(".policy.new").resolve("half"), "x");
    assertThat(write(folder)).isEqualTo(first);
    assertThat(names(parent)).containsExactly("policy");
    assertThat(names(folder)).containsExactly("checkpoint.json", "model.safetensors", "note.txt");
  }

  @Test
  void aChangedByteInAnyFileIsRefused() throws IOException {
    Path folder = parent.resolve("policy");
    write(folder);
    for (String name : names(folder)) {
      Path file = folder.resolve(name);
      byte[] good = Files.readAllBytes(file);
      for (int i = 0; i < good.length; i += Math.max(1, good.length / 40)) {
        byte[] bad = good.clone();
        bad[i] ^= 0x15;
        Files.write(file, bad);
        assertThatThrownBy(() -> Checkpoint.read(folder).require("thing"))
            .as("%s, byte %d", name, i)
            .isInstanceOf(StropException.class);
      }
      Files.write(file, good);
    }
    assertThat(Checkpoint.read(folder).kind()).isEqualTo("thing");
  }

  @Test
  void eachKindOfFailureHasItsCode() throws IOException {
    Path folder = parent.resolve("policy");
    assertFails(ErrorCode.MISSING_DATA, () -> Checkpoint.read(folder));
    write(folder);
    assertFails(ErrorCode.CORRUPT_DATA, () -> Checkpoint.read(folder).require("another"));
    Files.delete(folder.resolve("note.txt"));
    assertFails(ErrorCode.CORRUPT_DATA, () -> Checkpoint.read(folder));
    String newer = "{\"schema\":2,\"kind\":\"thing\",\"files\":{}}";
    Files.writeString(folder.resolve(Checkpoint.MANIFEST), newer);
    assertFails(ErrorCode.TOO_NEW, () -> Checkpoint.read(folder));
    String escaping = "{\"schema\":1,\"kind\":\"thing\",\"files\":{\"../../etc/passwd\":\"00\"}}";
    Files.writeString(folder.resolve(Checkpoint.MANIFEST), escaping);
    assertFails(ErrorCode.CORRUPT_DATA, () -> Checkpoint.read(folder));
    Files.delete(folder.resolve(Checkpoint.MANIFEST));
    assertThat(Checkpoint.exists(folder)).isFalse();
    assertFails(ErrorCode.CORRUPT_DATA, () -> Checkpoint.read(folder));
  }

  private static void assertFails(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(StropException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(p -> String.valueOf(p.getFileName())).sorted().toList();
    }
  }
}
