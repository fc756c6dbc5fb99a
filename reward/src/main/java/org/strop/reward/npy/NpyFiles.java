package org.strop.reward.npy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/**
 * Reads {@code .npy} files and {@code .npz} archives (zip, stored or deflated).
 *
 * <p>Elements: float32, float64, int32, int64, uint8, bool, either byte order; C order only;
 * objects (pickles) never. The files are untrusted: sizes are checked against the bytes that are
 * there, and against {@value #MAX_BYTES} bytes an array, before memory is taken.
 */
public final class NpyFiles {
  /** Most bytes of one array. */
  public static final long MAX_BYTES = 1L << 30;

  /** No deflate stream grows by more than this factor (zlib's documentation says 1032). */
  private static final long MAX_INFLATION = 1100;

  private NpyFiles() {}

  /**
   * Reads a {@code .npy} file.
   *
   * @throws StropException if it is missing, damaged, or holds what is not supported
   */
  public static NpyArray read(Path file) {
    requireFile(file);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      long possible = Math.min(Files.size(file), MAX_BYTES);
      return new NpyReader(in, possible).read(String.valueOf(file.getFileName()));
    } catch (NpyFormatException e) {
      throw corrupt(String.valueOf(file.getFileName()), file, e);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /**
   * Reads the named arrays of an archive, in the order asked for.
   *
   * @param keys as in NumPy, without {@code .npy}
   * @throws StropException if the file or an array is missing, or one is damaged or not supported;
   *     names it, and the arrays that there are
   */
  public static Map<String, NpyArray> readArchive(Path file, List<String> keys) {
    requireFile(file);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Map<String, NpyArray> arrays = new LinkedHashMap<>();
      for (String key : keys) {
        arrays.put(key, read(zip, entry(zip, key, file), key, file));
      }
      return arrays;
    } catch (ZipException e) {
      throw new StropException(
          ErrorCode.CORRUPT_DATA,
          file.getFileName() + " is not a whole .npz archive: " + e.getMessage() + ".",
          file.toString(),
          "copy the file again, or save it with numpy.savez.",
          e);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static ZipEntry entry(ZipFile zip, String key, Path file) {
    ZipEntry entry = zip.getEntry(key + ".npy");
    if (entry == null) {
      String present =
          zip.stream().limit(20).map(ZipEntry::getName).collect(Collectors.joining(", "));
      throw new StropException(
          ErrorCode.CORRUPT_DATA,
          file.getFileName() + " has no array " + key + "; it has " + present + ".",
          file.toString(),
          "save the arrays under the published names.");
    }
    return entry;
  }

  private static NpyArray read(ZipFile zip, ZipEntry entry, String key, Path file)
      throws IOException {
    long possible = Math.min(entry.getSize(), MAX_BYTES);
    possible = Math.min(possible, Math.multiplyExact(entry.getCompressedSize(), MAX_INFLATION));
    try (InputStream in = zip.getInputStream(entry)) {
      return new NpyReader(in, possible).read(key);
    } catch (NpyFormatException e) {
      throw corrupt(key, file, e);
    } catch (ZipException e) {
      throw corrupt(key, file, new NpyFormatException(String.valueOf(e.getMessage()), "copy it"));
    }
  }

  private static void requireFile(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new StropException(
          ErrorCode.MISSING_DATA,
          "There is no file " + file + ".",
          file.toAbsolutePath().toString(),
          "check the path.");
    }
  }

  private static StropException corrupt(String name, Path file, NpyFormatException e) {
    return new StropException(
        ErrorCode.CORRUPT_DATA,
        "Array " + name + " " + e.getMessage() + ".",
        file.toString(),
        e.fix() + ".",
        e);
  }

  private static StropException unreadable(Path file, IOException e) {
    return new StropException(
        ErrorCode.IO,
        "Reading " + file.getFileName() + " failed: " + e.getMessage() + ".",
        file.toString(),
        "check that the file is whole and may be read.",
        e);
  }
}
