package org.strop.sim.view;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.sim.camera.Frame;

/**
 * Camera pictures of one episode as files beside the dataset, which has no image channels yet:
 *
 * <pre>
 *   FOLDER/observation.images.CAMERA/000000.png          colour, 8 bits
 *   FOLDER/observation.images.CAMERA.depth/000000.png    depth, 16 bits, mm; 0: nothing there
 * </pre>
 *
 * <p>The number is the row of the episode.
 */
public final class ImageFolder {
  private final Path folder;

  /** Writes into a folder, which is made. */
  public ImageFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes the pictures of one row.
   *
   * @throws StropException if a file cannot be written
   */
  public void write(int row, Map<String, Frame> frames) {
    String file = String.format(Locale.ROOT, "%06d.png", row);
    frames.forEach(
        (camera, frame) -> {
          String key = "observation.images." + camera;
          Pixels.write(PeelFilm.image(frame), made(key).resolve(file));
          Pixels.write(millimetres(frame), made(key + ".depth").resolve(file));
        });
  }

  private Path made(String name) {
    try {
      return Files.createDirectories(folder.resolve(name));
    } catch (IOException e) {
      throw new StropException(
          ErrorCode.IO,
          "the folder cannot be made: " + e.getMessage(),
          folder.resolve(name).toString(),
          "name another folder",
          e);
    }
  }

  private static BufferedImage millimetres(Frame frame) {
    BufferedImage image =
        new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_USHORT_GRAY);
    for (int v = 0; v < frame.height(); v++) {
      for (int u = 0; u < frame.width(); u++) {
        long mm = Math.round(1e3 * frame.depth(u, v));
        image.getRaster().setSample(u, v, 0, (int) Math.min(65535, mm));
      }
    }
    return image;
  }
}
