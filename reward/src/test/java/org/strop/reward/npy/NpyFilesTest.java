package org.strop.reward.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.reward.Golden;

/** Against files that NumPy wrote (golden_npy.py), and against damaged ones. */
class NpyFilesTest {
  private static final JsonNode GOLDEN = Golden.read("npy");

  private final Path folder;

  NpyFilesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void readsWhatNumPyWrites() throws IOException {
    for (JsonNode row : GOLDEN.get("good")) {
      NpyArray array = NpyFiles.read(write(bytes(row)));
      assertThat(array.values()).isEqualTo(Golden.doubles(row.get("values")));
      double[] shape = Arrays.stream(array.shape()).asDoubleStream().toArray();
      assertThat(shape).isEqualTo(Golden.doubles(row.get("shape")));
    }
  }

  @Test
  void refusesOtherKindsByName() throws IOException {
    for (JsonNode row : GOLDEN.get("bad")) {
      assertRefused(write(bytes(row)), row.get("says").asText());
    }
  }

  @Test
  void readsStoredAndDeflatedArchives() throws IOException {
    for (JsonNode row : GOLDEN.get("archives")) {
      Map<String, NpyArray> arrays = NpyFiles.readArchive(write(bytes(row)), List.of("b", "a"));
      assertThat(arrays.keySet()).containsExactly("b", "a");
      assertThat(value(arrays, "a")).containsExactly(0, 1, 2, 3, 4, 5);
      assertThat(value(arrays, "b")).containsExactly(0, 0.5, 1, 1.5, 2, 2.5);
    }
  }

  @Test
  void aFileCutAnywhereIsRefused() throws IOException {
    byte[] whole = bytes(GOLDEN.get("good").get(0));
    for (int n = 0; n < whole.length; n++) {
      Path file = write(Arrays.copyOf(whole, n));
      assertThatThrownBy(() -> NpyFiles.read(file)).isInstanceOf(StropException.class);
    }
    assertRefused(write(Arrays.copyOf(whole, whole.length + 1)), "goes on");
  }

  @Test
  void anArchiveCutAnywhereIsRefused() throws IOException {
    byte[] whole = bytes(GOLDEN.get("archives").get(1));
    for (int n = 0; n < whole.length; n += 7) {
      Path file = write(Arrays.copyOf(whole, n));
      assertThatThrownBy(() -> NpyFiles.readArchive(file, List.of("a", "b")))
          .isInstanceOf(StropException.class);
    }
  }

  @Test
  void aClaimOfMoreThanTheFileHoldsTakesNoMemory() throws IOException {
    byte[] huge = array("{'descr': '<f8', 'fortran_order': False, 'shape': (100000000, 1), }");
    assertRefused(write(huge), "claims 800000000 bytes");
    assertRefused(archive(huge), "claims 800000000 bytes");
    assertRefused(
        write(array("{'descr': '<f8', 'fortran_order': False, 'shape': (99999, 99999), }")),
        "more values");
    assertRefused(
        write(array("{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999,), }")),
        "not a list of lengths");
  }

  @Test
  void missingFilesAndArraysAreNamed() throws IOException {
    assertThatThrownBy(() -> NpyFiles.read(folder.resolve("none.npy")))
        .isInstanceOfSatisfying(
            StropException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MISSING_DATA));
    Path file = write(bytes(GOLDEN.get("archives").get(0)));
    assertThatThrownBy(() -> NpyFiles.readArchive(file, List.of("obs_1")))
        .hasMessageContaining("no array obs_1")
        .hasMessageContaining("a.npy, b.npy");
  }

  private static double[] value(Map<String, NpyArray> arrays, String key) {
    return arrays.getOrDefault(key, new NpyArray("", new int[0], new double[0])).values();
  }

  private void assertRefused(Path file, String says) {
    assertThatThrownBy(
            () -> {
              if (file.toString().endsWith(".npz")) {
                NpyFiles.readArchive(file, List.of("a"));
              } else {
                NpyFiles.read(file);
              }
            })
        .isInstanceOfSatisfying(
            StropException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CORRUPT_DATA))
        .hasMessageContaining(says);
  }

  private static byte[] bytes(JsonNode row) {
    return HexFormat.of().parseHex(row.get("hex").asText());
  }

  private static byte[] array(String header) {
    byte[] text = (header + " ".repeat(20) + "\n").getBytes(StandardCharsets.UTF_8);
    ByteBuffer out = ByteBuffer.allocate(10 + text.length);
    out.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    out.put((byte) 1).put((byte) 0).put((byte) text.length).put((byte) (text.length >> 8));
    return out.put(text).array();
  }

  private Path archive(byte[] array) throws IOException {
    Path file = folder.resolve("archive.npz");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("a.npy"));
      zip.write(array);
    }
    return file;
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("array.npy"), bytes);
  }
}
