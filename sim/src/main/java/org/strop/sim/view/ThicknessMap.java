package org.strop.sim.view;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.sim.task.ProduceConfig;
import org.strop.sim.task.TaskConfig;

/**
 * Many peels at once: one row per episode, coloured by thickness along the stroke; groups side by
 * side, so that the same row is the same produce before and after.
 */
public final class ThicknessMap {
  private static final int COLUMN = 380;
  private static final int GAP = 28;
  private static final int LEFT = 92;
  private static final int TOP = 64;
  private static final int ROW = 14;

  /**
   * Episodes under a heading.
   *
   * @param heading for example {@code base policy}
   * @param episodes in the order of the rows
   */
  public record Group(String heading, List<Trajectory> episodes) {
    /** Copies the list. */
    public Group {
      episodes = List.copyOf(episodes);
    }
  }

  private final TaskConfig task;
  private final Canvas canvas;

  private ThicknessMap(TaskConfig task, int width, int height) {
    this.task = task;
    canvas = new Canvas(width, height);
  }

  /**
   * Draws groups side by side; row labels are taken from the first.
   *
   * @param title for example {@code Strip thickness, seed 1}
   * @throws IllegalArgumentException if there is no group, or an episode has no workpiece
   */
  public static BufferedImage draw(String title, List<Group> groups, TaskConfig task) {
    if (groups.isEmpty()) {
      throw new IllegalArgumentException("no group to draw");
    }
    int rows = groups.stream().mapToInt(g -> g.episodes().size()).max().getAsInt();
    int width = LEFT + groups.size() * (COLUMN + GAP);
    int height = TOP + rows * ROW + 70;
    ThicknessMap map = new ThicknessMap(task, width, height);
    map.canvas.bold(title, LEFT, 24, 15, Palette.INK);
    map.labels(groups.get(0));
    for (int g = 0; g < groups.size(); g++) {
      map.group(groups.get(g), LEFT + g * (COLUMN + GAP));
    }
    map.scale(TOP + rows * ROW + 24);
    return map.canvas.finish();
  }

  private void labels(Group group) {
    for (int i = 0; i < group.episodes().size(); i++) {
      Trajectory t = group.episodes().get(i);
      String kind = t.info().workpiece().map(w -> w.kind()).orElse("");
      String label = kind + " " + t.info().seed();
      canvas.text(label, LEFT - 8, TOP + i * ROW + 10.5, 9.5, Palette.FAINT, 1);
    }
  }

  private void group(Group group, double left) {
    canvas.text(group.heading(), left, TOP - 10, 12, Palette.INK, 0);
    for (int i = 0; i < group.episodes().size(); i++) {
      row(group.episodes().get(i), left, TOP + i * ROW);
    }
  }

  private void row(Trajectory episode, double left, double top) {
    String kind =
        episode
            .info()
            .workpiece()
            .orElseThrow(() -> new IllegalArgumentException("no workpiece to draw"))
            .kind();
    ProduceConfig produce = task.kind(kind);
    double height = ROW - 3;
    canvas.rect(left, top, COLUMN, height, Palette.GRID);
    for (Band band : clip(Band.of(episode, produce), produce)) {
      double x = left + COLUMN * (band.fromX() - produce.strokeStartM()) / produce.strokeLengthM();
      double w = COLUMN * (band.toX() - band.fromX()) / produce.strokeLengthM();
      if (band.thickness() > 0) {
        canvas.rect(x, top, w + 0.4, height, Palette.thickness(band.thickness()));
      }
      if (band.gouge() > 0) {
        canvas.rect(x, top + height - 3, w + 0.4, 3, Palette.GOUGE);
      }
    }
  }

  private static List<Band> clip(List<Band> bands, ProduceConfig produce) {
    List<Band> inside = new ArrayList<>();
    for (Band b : bands) {
      double from = Math.max(b.fromX(), produce.strokeStartM());
      double to = Math.min(b.toX(), produce.strokeEndM());
      if (to > from) {
        inside.add(new Band(from, to, b.thickness(), b.width(), b.gouge()));
      }
    }
    return inside;
  }

  private void scale(double top) {
    int n = 240;
    for (int i = 0; i < n; i++) {
      double thickness = Palette.FULL_SCALE_M * i / n;
      canvas.rect(LEFT + i, top, 1.5, 10, Palette.thickness(thickness));
    }
    for (int half = 0; half <= 4; half++) {
      String label = String.format(Locale.ROOT, "%.1f", 0.5 * half);
      canvas.text(label, LEFT + n * half / 4.0, top + 23, 10, Palette.FAINT, 0.5);
    }
    canvas.text("strip thickness, mm", LEFT + n + 14, top + 9, 11, Palette.FAINT, 0);
    double x = LEFT + n + 150;
    canvas.rect(x, top, 14, 10, Palette.GRID);
    canvas.text("not peeled", x + 20, top + 9, 11, Palette.FAINT, 0);
    canvas.rect(x + 96, top + 4, 14, 3, Palette.GOUGE);
    canvas.text("gouge", x + 116, top + 9, 11, Palette.FAINT, 0);
  }
}
