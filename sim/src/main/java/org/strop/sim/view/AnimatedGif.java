package org.strop.sim.view;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/**
 * Writes an endless GIF, picture by picture, over {@code javax.imageio}. Each picture gets its own
 * 256 colours. The file appears when it is whole.
 */
public final class AnimatedGif implements AutoCloseable {
  private static final String FORMAT = "javax_imageio_gif_image_1.0";

  private final Path file;
  private final Path part;
  private final int delayCentis;
  private final ImageWriter writer;
  private final ImageOutputStream out;
  private int pictures;

  /**
   * Begins a file.
   *
   * @param delayCentis time that each picture is shown, 1/100 s; below 2 browsers take their own
   * @throws StropException if the file cannot be written
   */
  public AnimatedGif(Path file, int delayCentis) {
    this.file = file;
    this.delayCentis = delayCentis;
    part = file.resolveSibling(file.getFileName() + ".part");
    writer = ImageIO.getImageWritersByFormatName("gif").next();
    try {
      Files.deleteIfExists(part);
      out = ImageIO.createImageOutputStream(part.toFile());
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Appends a picture. */
  public void add(BufferedImage picture) {
    try {
      ImageTypeSpecifier type = ImageTypeSpecifier.createFromRenderedImage(picture);
      IIOMetadata metadata = writer.getDefaultImageMetadata(type, null);
      IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
      control(root);
      if (pictures == 0) {
        loop(root);
      }
      metadata.setFromTree(FORMAT, root);
      writer.writeToSequence(new IIOImage(picture, null, metadata), null);
      pictures++;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private void control(IIOMetadataNode root) {
    IIOMetadataNode control = child(root, "GraphicControlExtension");
    control.setAttribute("disposalMethod", "none");
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", "FALSE");
    control.setAttribute("delayTime", Integer.toString(delayCentis));
    control.setAttribute("transparentColorIndex", "0");
  }

  /** The Netscape extension: 1, then how often, 0 for ever. */
  private static void loop(IIOMetadataNode root) {
    IIOMetadataNode application = new IIOMetadataNode("ApplicationExtension");
    application.setAttribute("applicationID", "NETSCAPE");
    application.setAttribute("authenticationCode", "2.0");
    application.setUserObject(new byte[] {1, 0, 0});
    child(root, "ApplicationExtensions").appendChild(application);
  }

  private static IIOMetadataNode child(IIOMetadataNode root, String name) {
    for (int i = 0; i < root.getLength(); i++) {
      if (root.item(i).getNodeName().equals(name)) {
        return (IIOMetadataNode) root.item(i);
      }
    }
    IIOMetadataNode node = new IIOMetadataNode(name);
    root.appendChild(node);
    return node;
  }

  /** Returns the number of pictures so far. */
  public int pictures() {
    return pictures;
  }

  /** Ends the file and puts it in its place. */
  @Override
  public void close() {
    try {
      if (pictures > 0) {
        writer.endWriteSequence();
      }
      out.close();
      writer.dispose();
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private StropException failed(IOException e) {
    return new StropException(
        ErrorCode.IO,
        "the film cannot be written: " + e.getMessage(),
        file.toString(),
        "check the folder and the space on the disk",
        e);
  }
}
