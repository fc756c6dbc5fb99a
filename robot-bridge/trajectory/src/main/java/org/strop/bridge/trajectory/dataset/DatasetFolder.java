package org.strop.bridge.trajectory.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.bridge.trajectory.codec.EpisodeCodec;
import org.strop.bridge.trajectory.mcap.McapStreamReader;
import org.strop.configs.DidYouMean;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/** The files of a dataset. */
final class DatasetFolder {
  static final long MAX_MANIFEST_BYTES = 1L << 28;
  private static final String TEMPORARY = ".tmp";
  private static final String EPISODE = ".mcap";

  private final Path folder;

  DatasetFolder(Path folder) {
    this.folder = folder;
  }

  Path manifestFile() {
    return folder.resolve("manifest.json");
  }

  private Path episodes() {
    return folder.resolve("episodes");
  }

  Path episodeFile(String id) {
    return episodes().resolve(id + EPISODE);
  }

  boolean exists() {
    return Files.isRegularFile(manifestFile());
  }

  boolean hasEpisodes() {
    return Files.isDirectory(episodes()) && !unlisted(Set.of()).isEmpty();
  }

  /** Makes the folders and removes what a killed writer left half-written. */
  void prepare() {
    try {
      Files.createDirectories(episodes());
      for (Path folderOrEpisodes : List.of(folder, episodes())) {
        try (Stream<Path> all = Files.list(folderOrEpisodes)) {
          for (Path half : all.filter(p -> p.toString().endsWith(TEMPORARY)).toList()) {
            Files.delete(half);
          }
        }
      }
    } catch (IOException e) {
      throw failed("written", folder, e);
    }
  }

  /** Writes an episode; when it returns, the disk has it under its name. */
  EpisodeEntry write(Trajectory trajectory) {
    String id = trajectory.info().episodeId();
    Path temporary = episodes().resolve(id + EPISODE + TEMPORARY);
    EpisodeCodec.write(trajectory, temporary);
    EpisodeEntry entry = entry(temporary, trajectory);
    rename(temporary, episodeFile(id));
    return entry;
  }

  void write(DatasetManifest manifest) {
    Path temporary = folder.resolve("manifest.json" + TEMPORARY);
    byte[] bytes = ManifestJson.write(manifest).getBytes(StandardCharsets.UTF_8);
    try (FileChannel channel =
        FileChannel.open(
            temporary,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    } catch (IOException e) {
      throw failed("written", temporary, e);
    }
    rename(temporary, manifestFile());
  }

  private static void rename(Path from, Path to) {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      try (FileChannel parent =
          FileChannel.open(to.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
        parent.force(true); // the new name itself must outlive a loss of power
      }
    } catch (IOException e) {
      throw failed("written", to, e);
    }
  }

  /** Reads the manifest, and takes in whole episodes that it does not list yet. */
  DatasetManifest manifest() {
    if (!exists()) {
      throw missing();
    }
    DatasetManifest manifest = ManifestJson.read(text(manifestFile()), manifestFile());
    Set<String> listed = new HashSet<>();
    for (EpisodeEntry entry : manifest.episodes()) {
      listed.add(entry.id());
      checkSize(entry);
    }
    for (String id : unlisted(listed)) {
      Trajectory trajectory = EpisodeCodec.read(episodeFile(id));
      manifest = manifest.with(entry(episodeFile(id), trajectory), trajectory);
    }
    return manifest;
  }

  private List<String> unlisted(Set<String> listed) {
    try (Stream<Path> all = Files.list(episodes())) {
      return all.map(p -> String.valueOf(p.getFileName()))
          .filter(name -> name.endsWith(EPISODE))
          .map(name -> name.substring(0, name.length() - EPISODE.length()))
          .filter(id -> !listed.contains(id))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw failed("read", episodes(), e);
    }
  }

  private void checkSize(EpisodeEntry entry) {
    Path file = episodeFile(entry.id());
    try {
      if (!Files.isRegularFile(file)) {
        throw damaged("the episode's file is missing", file.toString());
      }
      if (Files.size(file) != entry.bytes()) {
        throw changed(file, "has " + Files.size(file) + " bytes, but was written with ", entry);
      }
    } catch (IOException e) {
      throw failed("read", file, e);
    }
  }

  /** Reads an episode and checks that it is the one that the manifest lists. */
  Trajectory read(EpisodeEntry entry) {
    Path file = episodeFile(entry.id());
    checkSize(entry);
    if (!sha256(file).equals(entry.sha256())) {
      throw changed(file, "was changed; it has the same size of ", entry);
    }
    return EpisodeCodec.read(file);
  }

  /** Says where the damage is, if the file itself shows it; else that the file is another one. */
  private static StropException changed(Path file, String how, EpisodeEntry entry) {
    try (McapStreamReader reader = McapStreamReader.open(file)) {
      reader.requireWhole();
    } catch (StropException e) {
      if (e.code() == ErrorCode.CORRUPT_DATA) {
        return e;
      }
      throw e;
    }
    return damaged("the episode's file " + how + entry.bytes() + " bytes", file + ", byte 0");
  }

  private static StropException damaged(String what, String where) {
    String fix = "copy the dataset again from its source.";
    return new StropException(ErrorCode.CORRUPT_DATA, what + ".", where, fix);
  }

  private static EpisodeEntry entry(Path file, Trajectory trajectory) {
    try {
      return new EpisodeEntry(
          trajectory.info().episodeId(),
          trajectory.length(),
          trajectory.info().source(),
          Files.size(file),
          sha256(file));
    } catch (IOException e) {
      throw failed("read", file, e);
    }
  }

  private static String sha256(Path file) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    } catch (IOException e) {
      throw failed("read", file, e);
    }
  }

  private static String text(Path file) {
    try {
      if (Files.size(file) > MAX_MANIFEST_BYTES) {
        throw damaged("the manifest has " + Files.size(file) + " bytes", file.toString());
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw failed("read", file, e);
    }
  }

  private StropException missing() {
    boolean there = Files.isDirectory(folder);
    Path parent = folder.toAbsolutePath().normalize().getParent();
    String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    Optional<String> near =
        there || parent == null ? Optional.empty() : DidYouMean.nearest(name, datasetsIn(parent));
    return new StropException(
        ErrorCode.MISSING_DATA,
        there
            ? "there is no manifest.json in " + folder + "."
            : "there is no dataset " + folder + ".",
        folder.toString(),
        near.map(n -> "did you mean " + folder.resolveSibling(n) + "?")
            .orElse("check the path, or record or import a dataset there."));
  }

  private static Set<String> datasetsIn(Path parent) {
    if (!Files.isDirectory(parent)) {
      return Set.of();
    }
    try (Stream<Path> all = Files.list(parent)) {
      return all.filter(p -> new DatasetFolder(p).exists())
          .map(p -> String.valueOf(p.getFileName()))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      return Set.of(); // only for a hint; the error itself is told anyway
    }
  }

  static StropException failed(String verb, Path path, IOException e) {
    String what = path.getFileName() + " can't be " + verb + ": " + e.getMessage() + ".";
    String fix = "check that the disk has room and that you may write there.";
    return new StropException(ErrorCode.IO, what, path.toString(), fix, e);
  }
}
