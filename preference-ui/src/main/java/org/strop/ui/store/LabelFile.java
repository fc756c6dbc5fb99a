package org.strop.ui.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.ui.StrictJson;

/** Label files: JSON lines, a header first, then queries, then label rows in their order. */
final class LabelFile {
  /** Longest line read, characters; far above any label, far below the memory. */
  private static final int MAX_LINE = 100_000;

  private LabelFile() {}

  /** Writes a whole file, or none: to a temporary name, synced, then renamed. */
  static void write(Path file, List<Query> queries, List<Entry> entries) {
    Path target = file.toAbsolutePath();
    Path temporary = target.resolveSibling(target.getFileName() + ".tmp");
    ObjectWriter json = StrictJson.mapper().writerFor(LabelLine.class);
    try {
      try (BufferedWriter out = Files.newBufferedWriter(temporary)) {
        line(out, json, LabelLine.Header.current());
        for (Query query : queries) {
          line(out, json, LabelLine.Asked.of(query));
        }
        for (Entry entry : entries) {
          line(out, json, LabelLine.of(entry));
        }
      }
      try (FileChannel written = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw io("labels were not written: " + e.getMessage(), target, e);
    }
  }

  private static void line(BufferedWriter out, ObjectWriter json, LabelLine line)
      throws IOException {
    out.write(json.writeValueAsString(line));
    out.write('\n');
  }

  /** Reads a file line by line into a merge; returns how many rows were new. */
  static int read(Path file, Merge merge) {
    ObjectReader json = StrictJson.mapper().readerFor(LabelLine.class);
    try (BufferedReader in = Files.newBufferedReader(file)) {
      int added = 0;
      int number = 0;
      for (String text = next(in, file, 1); text != null; text = next(in, file, number + 1)) {
        added += merge.add(parse(json, text, file, ++number), number);
      }
      merge.end(number);
      return added;
    } catch (NoSuchFileException e) {
      throw new StropException(
          ErrorCode.MISSING_DATA,
          "there is no such label file",
          file.toString(),
          "check its name",
          e);
    } catch (IOException e) {
      throw io("labels were not read: " + e.getMessage(), file, e);
    }
  }

  private static LabelLine parse(ObjectReader json, String text, Path file, int number) {
    try {
      return json.readValue(text);
    } catch (JsonProcessingException e) {
      throw damaged(e.getOriginalMessage(), file, number, e);
    }
  }

  private static @org.jspecify.annotations.Nullable String next(
      BufferedReader in, Path file, int number) throws IOException {
    StringBuilder text = new StringBuilder();
    int letter = in.read();
    while (letter >= 0 && letter != '\n') {
      text.append((char) letter);
      if (text.length() > MAX_LINE) {
        throw damaged("the line is longer than " + MAX_LINE + " characters", file, number, null);
      }
      letter = in.read();
    }
    return letter < 0 && text.isEmpty() ? null : text.toString();
  }

  static StropException damaged(
      String what, Path file, int line, @org.jspecify.annotations.Nullable Throwable cause) {
    return new StropException(
        ErrorCode.CORRUPT_DATA,
        what,
        file + ":" + line,
        "mend that line or export the labels again; nothing was imported",
        cause);
  }

  static void createFolders(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw io("the label store's folder can't be made: " + e.getMessage(), folder, e);
    }
  }

  private static StropException io(String what, Path where, IOException cause) {
    return new StropException(
        ErrorCode.IO, what, where.toString(), "check free space and rights, then try again", cause);
  }
}
