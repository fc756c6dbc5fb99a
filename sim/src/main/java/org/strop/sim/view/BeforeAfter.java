package org.strop.sim.view;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.sim.task.TaskConfig;

/** Two peels of the same produce, one above the other. */
public final class BeforeAfter {
  private BeforeAfter() {}

  /**
   * Draws both with {@link ProducePicture}.
   *
   * @param beforeTitle for example {@code base policy}
   * @param afterTitle for example {@code refined policy}
   */
  public static BufferedImage draw(
      Trajectory before, String beforeTitle, Trajectory after, String afterTitle, TaskConfig task) {
    BufferedImage top = ProducePicture.draw(before, task, beforeTitle);
    BufferedImage bottom = ProducePicture.draw(after, task, afterTitle);
    BufferedImage both =
        new BufferedImage(
            top.getWidth(), top.getHeight() + bottom.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = both.createGraphics();
    g.drawImage(top, 0, 0, null);
    g.drawImage(bottom, 0, top.getHeight(), null);
    g.dispose();
    return both;
  }
}
