package org.strop.sim.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A drawing surface at twice the resolution of its coordinates, so that it is sharp on screens. */
final class Canvas {
  static {
    System.setProperty("java.awt.headless", "true"); // before java.awt looks for a display
  }

  private static final Logger LOG = LoggerFactory.getLogger(Canvas.class);
  private static final int SCALE = 2;
  private static final boolean LETTERS = hasFonts();

  private final BufferedImage image;
  private final Graphics2D g;

  Canvas(int width, int height) {
    image = new BufferedImage(SCALE * width, SCALE * height, BufferedImage.TYPE_INT_RGB);
    g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.scale(SCALE, SCALE);
    fill(new Rectangle2D.Double(0, 0, width, height), Palette.PAPER);
  }

  /** Java without any font on the machine fails in several ways, all of them at the first word. */
  private static boolean hasFonts() {
    try {
      BufferedImage probe = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
      Graphics2D g = probe.createGraphics();
      g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 8));
      g.drawString("x", 0, 8);
      g.dispose();
      return true;
    } catch (RuntimeException | LinkageError | InternalError e) {
      LOG.warn("no font on this machine: pictures come without words (Debian: fonts-dejavu-core)");
      return false;
    }
  }

  void fill(Shape shape, Color color) {
    g.setColor(color);
    g.fill(shape);
  }

  void rect(double x, double y, double width, double height, Color color) {
    fill(new Rectangle2D.Double(x, y, width, height), color);
  }

  void stroke(Shape shape, Color color, double width) {
    g.setColor(color);
    g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(shape);
  }

  void line(double x0, double y0, double x1, double y1, Color color, double width) {
    stroke(new Line2D.Double(x0, y0, x1, y1), color, width);
  }

  /** Writes with the baseline at y; align 0 starts at x, 0.5 is centred on it, 1 ends there. */
  void text(String text, double x, double y, double size, Color color, double align) {
    if (!LETTERS) {
      return;
    }
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) size));
    g.setColor(color);
    double width = g.getFontMetrics().stringWidth(text);
    g.drawString(text, (float) (x - align * width), (float) y);
  }

  void bold(String text, double x, double y, double size, Color color) {
    if (!LETTERS) {
      return;
    }
    g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 1).deriveFont((float) size));
    g.setColor(color);
    g.drawString(text, (float) x, (float) y);
  }

  BufferedImage finish() {
    g.dispose();
    return image;
  }
}
