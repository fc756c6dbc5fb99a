package org.strop.sim.view;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.bridge.trajectory.Workpiece;
import org.strop.sim.metrics.PeelMetrics;
import org.strop.sim.task.ProduceConfig;
import org.strop.sim.task.SuccessConfig;
import org.strop.sim.task.TaskConfig;

/**
 * One peel: the produce from above with the peeled band coloured by thickness, and below it the
 * thickness along the feed with the range that the task calls good.
 */
public final class ProducePicture {
  private static final int WIDTH = 860;
  private static final int HEIGHT = 400;
  private static final double LEFT = 64;
  private static final double RIGHT = WIDTH - 24;
  private static final double MIDDLE = 128; // of the produce, from the top
  private static final double HALF_ROOM = 66;
  private static final double PLOT_TOP = 232;
  private static final double PLOT_BOTTOM = 352;

  private final Trajectory trajectory;
  private final TaskConfig task;
  private final Workpiece piece;
  private final ProduceConfig produce;
  private final List<Band> bands;
  private final double fromX;
  private final double perMetre;
  private final double across; // pixels per metre, sideways
  private final Canvas canvas = new Canvas(WIDTH, HEIGHT);

  private ProducePicture(Trajectory trajectory, TaskConfig task) {
    this.trajectory = trajectory;
    this.task = task;
    piece =
        trajectory
            .info()
            .workpiece()
            .orElseThrow(() -> new IllegalArgumentException("no workpiece to draw"));
    produce = task.kind(piece.kind());
    bands = Band.of(trajectory, produce);
    FloatMatrix profile = piece.profile();
    fromX = profile.get(0, 0) - 0.004;
    double toX = profile.get(profile.rows() - 1, 0) + 0.004;
    perMetre = (RIGHT - LEFT) / Math.max(toX - fromX, 0.1);
    double radius = 0;
    for (int i = 0; i < profile.rows(); i++) {
      radius = Math.max(radius, profile.get(i, 2));
    }
    across = Math.min(perMetre, HALF_ROOM / radius);
  }

  /**
   * Draws an episode, 1720 x 800 pixels.
   *
   * @param title for example {@code refined, seed 9004}
   * @throws IllegalArgumentException if the trajectory lacks a workpiece or a channel
   */
  public static BufferedImage draw(Trajectory trajectory, TaskConfig task, String title) {
    ProducePicture picture = new ProducePicture(trajectory, task);
    picture.header(title);
    picture.top();
    picture.plot();
    return picture.canvas.finish();
  }

  private double px(double x) {
    return LEFT + (x - fromX) * perMetre;
  }

  private void header(String title) {
    PeelMetrics m = PeelMetrics.of(trajectory, task);
    canvas.bold(title, LEFT, 26, 15, Palette.INK);
    String line =
        String.format(
            Locale.ROOT,
            "%s  \u00b7  %s  \u00b7  peeled %.0f %%  \u00b7  %.2f \u00b1 %.2f mm thick  \u00b7  "
                + "%.0f N peak  \u00b7  %.1f s",
            piece.kind(),
            m.success() ? "success" : "no success",
            100 * m.coverage(),
            1e3 * m.meanThicknessM(),
            1e3 * m.thicknessSpreadM(),
            m.peakForceN(),
            m.durationS());
    canvas.text(line, LEFT, 46, 12, Palette.FAINT, 0);
  }

  private void top() {
    Color skin = Palette.skin(piece.kind());
    for (int ring = 0; ring < 24; ring++) { // shaded round: lighter toward the top
      double share = 1 - ring / 24.0;
      Color shade = Palette.mix(skin.darker(), Palette.mix(skin, Color.WHITE, 0.25), ring / 23.0);
      canvas.fill(outline(share), shade);
    }
    for (Band band : bands) {
      if (band.thickness() > 0) {
        double w = band.width() * across;
        double x = px(band.fromX());
        canvas.rect(
            x, MIDDLE - w / 2, px(band.toX()) - x + 0.6, w, Palette.thickness(band.thickness()));
      }
    }
    gouges(MIDDLE);
    double y = 210;
    double start = px(produce.strokeStartM());
    double end = px(produce.strokeEndM());
    canvas.line(start, y, end, y, Palette.FAINT, 1);
    canvas.line(end - 5, y - 3, end, y, Palette.FAINT, 1);
    canvas.line(end - 5, y + 3, end, y, Palette.FAINT, 1);
    String words = "stroke, seen from above" + (across < perMetre ? ", narrowed" : "");
    canvas.text(words, (start + end) / 2, y - 5, 11, Palette.FAINT, 0.5);
  }

  /** The outline from above, at a share of its half width; points are denser at the round ends. */
  private Path2D outline(double share) {
    FloatMatrix profile = piece.profile();
    int last = profile.rows() - 1;
    int n = 90;
    Path2D path = new Path2D.Double();
    for (int i = 0; i < 2 * n; i++) {
      double u = -Math.cos(Math.PI * (i < n ? i : 2 * n - 1 - i) / (n - 1)); // −1 to 1 and back
      double cap = Math.sqrt(Math.max(0, 1 - Math.pow(Math.abs(u), 5)));
      float radius = profile.get((int) Math.round(0.5 * (u + 1) * last), 2);
      double half = radius * cap * Math.sqrt(share) * across;
      double x = px(profile.get(0, 0) + 0.5 * (u + 1) * (profile.get(last, 0) - profile.get(0, 0)));
      double y = MIDDLE + (i < n ? -half : half);
      if (i == 0) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    path.closePath();
    return path;
  }

  private void gouges(double y) {
    boolean before = false;
    for (Band band : bands) {
      if (band.gouge() > 0 && !before) {
        Ellipse2D mark = new Ellipse2D.Double(px(band.fromX()) - 6, y - 6, 12, 12);
        canvas.fill(mark, Color.WHITE);
        canvas.stroke(mark, Palette.GOUGE, 3);
      }
      before = band.gouge() > 0;
    }
  }

  private double py(double thickness) {
    double share = Math.min(thickness / (1.25 * Palette.FULL_SCALE_M), 1);
    return PLOT_BOTTOM - share * (PLOT_BOTTOM - PLOT_TOP);
  }

  private void plot() {
    SuccessConfig good = task.success();
    double left = px(produce.strokeStartM());
    double right = px(produce.strokeEndM());
    double top = py(good.maxMeanThicknessM());
    canvas.rect(left, top, right - left, py(good.minMeanThicknessM()) - top, Palette.LIKED);
    for (int tenth = 0; tenth <= 25; tenth += 5) {
      double y = py(tenth * 1e-4);
      canvas.line(LEFT, y, RIGHT, y, Palette.GRID, 1);
      canvas.text(
          String.format(Locale.ROOT, "%.1f", tenth / 10.0), LEFT - 8, y + 4, 11, Palette.FAINT, 1);
    }
    canvas.text("strip thickness, mm", LEFT - 28, PLOT_TOP - 10, 11, Palette.FAINT, 0);
    for (Band band : bands) {
      double x = px(band.fromX());
      double y = py(band.thickness());
      if (band.thickness() > 0) {
        canvas.rect(
            x, y, px(band.toX()) - x + 0.6, PLOT_BOTTOM - y, Palette.thickness(band.thickness()));
      }
    }
    gouges(PLOT_TOP + 6);
    axis();
  }

  private void axis() {
    canvas.line(LEFT, PLOT_BOTTOM, RIGHT, PLOT_BOTTOM, Palette.FAINT, 1);
    int last = (int) Math.floor(1e3 * (fromX + (RIGHT - LEFT) / perMetre));
    for (int mm = 0; mm <= last; mm += 20) {
      double x = px(mm * 1e-3);
      if (x >= LEFT) {
        canvas.line(x, PLOT_BOTTOM, x, PLOT_BOTTOM + 4, Palette.FAINT, 1);
        canvas.text(Integer.toString(mm), x, PLOT_BOTTOM + 17, 11, Palette.FAINT, 0.5);
      }
    }
    canvas.text(
        "along the feed, mm   (green: mean thickness that counts as success; ring: gouge)",
        (LEFT + RIGHT) / 2,
        PLOT_BOTTOM + 36,
        11,
        Palette.FAINT,
        0.5);
  }
}
