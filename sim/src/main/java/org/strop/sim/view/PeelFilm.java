package org.strop.sim.view;

import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import org.strop.sim.camera.CameraPose;
import org.strop.sim.camera.Frame;
import org.strop.sim.camera.Intrinsics;
import org.strop.sim.camera.Light;
import org.strop.sim.camera.Renderer;
import org.strop.sim.cell.PeelingCell;

/** Pictures of one peel from the fixed camera, while somebody drives the cell. */
public final class PeelFilm {
  private final PeelScene scene;
  private final Renderer renderer;
  private final CameraPose eye;

  /**
   * Creates a film of a cell.
   *
   * @param width of a picture, pixels
   * @param height pixels
   * @param quality samples along each side of a pixel
   */
  public PeelFilm(PeelingCell cell, int width, int height, int quality) {
    scene = new PeelScene(cell, Light.studio(), 1, 1024);
    renderer = new Renderer(Intrinsics.of(width, height, 0.5), quality);
    eye = CameraPose.lookAt(0.02, -0.38, 0.27, 0.064, -0.018, 0.034);
  }

  /** Sees the cell; call it at every policy tick. */
  public void observe() {
    scene.observe();
  }

  /** Draws what is there now. */
  public BufferedImage picture(boolean withKnife) {
    scene.showKnife(withKnife);
    return image(renderer.render(scene.prepared(), eye));
  }

  /** Hands a picture to somebody. */
  public void picture(boolean withKnife, Consumer<BufferedImage> to) {
    to.accept(picture(withKnife));
  }

  /** Returns a frame's colours as an image; a copy. */
  public static BufferedImage image(Frame frame) {
    BufferedImage image =
        new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, frame.width(), frame.height(), frame.pixels(), 0, frame.width());
    return image;
  }
}
