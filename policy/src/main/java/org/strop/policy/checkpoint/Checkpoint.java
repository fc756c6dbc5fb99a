package org.strop.policy.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.policy.nn.SafeTensors;
import org.strop.policy.nn.Tensor;

/** A checkpoint folder, read and verified: kind, files, and a hash that names it. Immutable. */
public final class Checkpoint {
  /** Newest schema that this release writes and reads. */
  public static final int SCHEMA = 1;

  /** Name of the manifest. */
  public static final String MANIFEST = "checkpoint.json";

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final long MAX_FILE_BYTES = 1L << 30;

  private final Path folder;
  private final String kind;
  private final String sha256;
  private final SortedMap<String, byte[]> files;

  private Checkpoint(Path folder, String kind, String sha256, SortedMap<String, byte[]> files) {
    this.folder = folder;
    this.kind = kind;
    this.sha256 = sha256;
    this.files = files;
  }

  /**
   * The manifest, as JSON.
   *
   * @param schema of the folder
   * @param kind what the folder holds, for example {@code diffusion_policy}
   * @param files SHA-256 by file name, hex
   */
  record Manifest(int schema, String kind, SortedMap<String, String> files) {}

  /** Returns an object as indented JSON, for a file of a checkpoint. */
  public static byte[] json(Object value) {
    try {
      String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value);
      return (text + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(value.getClass() + " can't be written as JSON", e);
    }
  }

  /** Returns tensors as the bytes of a safetensors file. */
  public static byte[] tensors(Map<String, Tensor> tensors) {
    ByteBuffer bytes = SafeTensors.encode(tensors, Map.of("format", "pt"));
    byte[] out = new byte[bytes.remaining()];
    bytes.get(out);
    return out;
  }

  /**
   * Writes a folder whole or not at all, and to the disk before it returns. An existing checkpoint
   * of that name is replaced.
   *
   * @param files content by name
   * @return the hash that names it, as {@link #sha256}
   */
  public static String write(Path folder, String kind, Map<String, byte[]> files)
      throws IOException {
    SortedMap<String, String> hashes = new TreeMap<>();
    files.forEach((name, content) -> hashes.put(name, hash(content)));
    byte[] manifest = json(new Manifest(SCHEMA, kind, hashes));
    SortedMap<String, byte[]> all = new TreeMap<>(files);
    all.put(MANIFEST, manifest);
    AtomicFolder.write(folder, all);
    return hash(manifest);
  }

  /** Returns whether a complete folder of that name is there; says nothing about its content. */
  public static boolean exists(Path folder) {
    return Files.isRegularFile(folder.resolve(MANIFEST));
  }

  /**
   * Reads a folder and verifies every file.
   *
   * @throws StropException {@code MISSING_DATA} if there is no such folder, {@code TOO_NEW} if a
   *     newer release wrote it, {@code CORRUPT_DATA} if a file is missing or was changed
   */
  public static Checkpoint read(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new StropException(
          ErrorCode.MISSING_DATA,
          "there is no checkpoint folder " + folder.getFileName(),
          folder.toString(),
          "check the path, or train first");
    }
    byte[] bytes = readFile(folder, MANIFEST);
    Manifest manifest = manifest(folder, bytes);
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (Map.Entry<String, String> e : manifest.files().entrySet()) {
      byte[] content = readFile(folder, e.getKey());
      if (!hash(content).equals(e.getValue())) {
        throw corrupt(
            folder.resolve(e.getKey()),
            "expected SHA-256 " + e.getValue() + ", found " + hash(content),
            null);
      }
      files.put(e.getKey(), content);
    }
    return new Checkpoint(folder, manifest.kind(), hash(bytes), files);
  }

  private static byte[] readFile(Path folder, String name) throws IOException {
    Path file = folder.resolve(name).normalize();
    if (!folder.normalize().equals(file.getParent()) || !Files.isRegularFile(file)) {
      throw corrupt(folder, "the checkpoint has no file " + name, null);
    }
    if (Files.size(file) > MAX_FILE_BYTES) {
      throw corrupt(file, "the file has more than " + MAX_FILE_BYTES + " bytes", null);
    }
    return Files.readAllBytes(file);
  }

  private static Manifest manifest(Path folder, byte[] bytes) {
    Path file = folder.resolve(MANIFEST);
    try {
      int schema = JSON.readTree(bytes).path("schema").asInt(-1);
      if (schema > SCHEMA) {
        throw new StropException(
            ErrorCode.TOO_NEW,
            "the checkpoint has schema " + schema + ", this release reads up to " + SCHEMA,
            file.toString(),
            "use the release that wrote it, or a newer one");
      }
      Manifest manifest = JSON.readValue(bytes, Manifest.class);
      if (schema == SCHEMA && manifest.kind() != null && manifest.files() != null) {
        return manifest;
      }
      throw corrupt(file, "schema, kind or files are missing", null);
    } catch (IOException e) {
      throw corrupt(file, "the manifest is not a JSON object of schema, kind, files", e);
    }
  }

  private static StropException corrupt(Path where, String what, @Nullable Throwable cause) {
    return new StropException(
        ErrorCode.CORRUPT_DATA, what, where.toString(), "copy the checkpoint again", cause);
  }

  /** Returns the SHA-256 of bytes, hex. */
  public static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Returns where it was read from. */
  public Path folder() {
    return folder;
  }

  /** Returns what it holds, for example {@code diffusion_policy}. */
  public String kind() {
    return kind;
  }

  /** Returns the hash of the manifest, which holds the hashes of all files, hex. */
  public String sha256() {
    return sha256;
  }

  /** Returns this checkpoint if it is of a kind. */
  public Checkpoint require(String wanted) {
    if (!kind.equals(wanted)) {
      throw new StropException(
          ErrorCode.CORRUPT_DATA,
          "expected a checkpoint of kind " + wanted + ", found " + kind,
          folder.toString(),
          "give the folder of a " + wanted);
    }
    return this;
  }

  /** Returns whether it has a file of that name. */
  public boolean has(String name) {
    return files.containsKey(name);
  }

  /** Returns the text of a file. */
  public String text(String name) {
    return new String(file(name), StandardCharsets.UTF_8);
  }

  /** Returns the tensors of a safetensors file. */
  public SortedMap<String, Tensor> readTensors(String name) {
    return SafeTensors.decode(ByteBuffer.wrap(file(name)), folder.resolve(name)).tensors();
  }

  /** Returns a JSON file as a record. */
  public <T> T readJson(String name, Class<T> type) {
    try {
      return JSON.readValue(file(name), type);
    } catch (IOException e) {
      throw corrupt(folder.resolve(name), "not a JSON " + type.getSimpleName(), e);
    }
  }

  private byte[] file(String name) {
    byte[] content = files.get(name);
    if (content == null) {
      throw corrupt(folder, "the checkpoint has no file " + name, null);
    }
    return content;
  }
}
