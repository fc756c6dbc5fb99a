package org.strop.sim.view;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.imageio.ImageIO;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/** Pictures as PNG. */
public final class Pixels {
  static {
    ImageIO.setUseCache(false);
  }

  private Pixels() {}

  /** Returns a picture as the bytes of a PNG file. */
  public static byte[] png(BufferedImage image) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
  }

  /**
   * Writes a PNG file, whole or not at all.
   *
   * @throws StropException if the file cannot be written
   */
  public static void write(BufferedImage image, Path file) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.write(part, png(image));
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new StropException(
          ErrorCode.IO,
          "the picture cannot be written: " + e.getMessage(),
          file.toString(),
          "check the folder and the space on the disk",
          e);
    }
  }
}
