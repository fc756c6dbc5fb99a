package org.strop.sim.view;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.sim.camera.CameraRigConfig;
import org.strop.sim.cell.PeelingCell;
import org.strop.sim.demo.Demonstrator;
import org.strop.sim.task.TaskConfig;

/**
 * Runs one peel and takes pictures of it: by the demonstrator, or again from the actions of a
 * recorded episode.
 *
 * <p>A recorded episode holds what the blade did, not the shape of what is left; so it is computed
 * again from its produce, seed and actions, which gives the same bits where task and carrier are
 * the same. {@link #deviationM} tells whether they were.
 */
public final class PeelShow {
  private static final int GAP = 12;
  private static final double DURING = 0.7;

  private final PeelingCell cell;
  private final Optional<Demonstrator> person;
  private final Optional<Trajectory> episode;
  private final float[] state = new float[7];
  private final float[] wrench = new float[6];
  private final float[] cut = new float[4];
  private final float[] action = new float[7];
  private double deviation;

  private PeelShow(PeelingCell cell, Optional<Demonstrator> person, Optional<Trajectory> episode) {
    this.cell = cell;
    this.person = person;
    this.episode = episode;
  }

  /**
   * Shows the demonstrator.
   *
   * @param produce a kind, or {@code mixed}
   * @throws StropException if there is no such kind
   */
  public static PeelShow demonstration(TaskConfig task, String produce, long seed) {
    PeelingCell cell = new PeelingCell(task, produce, seed);
    return new PeelShow(cell, Optional.of(new Demonstrator(cell, seed)), Optional.empty());
  }

  /**
   * Shows a recorded episode again.
   *
   * @throws StropException if it has no produce, or is none of the peeling cell
   */
  public static PeelShow recorded(TaskConfig task, Trajectory episode) {
    String kind =
        episode
            .info()
            .workpiece()
            .orElseThrow(() -> notOfThisTask(task, episode, "it has no workpiece"))
            .kind();
    if (!episode.specs().contains(Channels.ACTION) || !episode.specs().contains(Channels.STATE)) {
      throw notOfThisTask(task, episode, "it lacks action or observation.state");
    }
    PeelingCell cell = new PeelingCell(task, kind, episode.info().seed());
    return new PeelShow(cell, Optional.empty(), Optional.of(episode));
  }

  private static StropException notOfThisTask(TaskConfig task, Trajectory episode, String why) {
    return new StropException(
        ErrorCode.MISSING_DATA,
        "the episode cannot be shown: " + why,
        "episode " + episode.info().episodeId(),
        "show an episode of task " + task.name());
  }

  /** Returns the kind of produce. */
  public String kind() {
    return cell.produce().kind();
  }

  /** Returns how far the blade was at most from where it was recorded, m; 0 without a recording. */
  public double deviationM() {
    return deviation;
  }

  private boolean over() {
    return cell.finished() || episode.map(e -> cell.tick() + 1 >= e.length()).orElse(false);
  }

  private void tick() {
    cell.observe(state, wrench, cut);
    episode.ifPresent(this::compare);
    if (person.isPresent()) {
      person.get().act(state, wrench, action);
    } else {
      episode.get().channel(Channels.ACTION).copyRow(cell.tick(), action, 0);
    }
    cell.command(action);
    cell.advanceTick();
  }

  private void compare(Trajectory e) {
    FloatMatrix recorded = e.channel(Channels.STATE);
    for (int i = 0; i < 3; i++) {
      double off = Math.abs(recorded.get(cell.tick(), i) - state[i]);
      deviation = Math.max(deviation, off);
    }
  }

  /**
   * Runs it and returns before, during and after side by side, with words above.
   *
   * @param width of one picture, pixels
   * @param height pixels
   * @param title above them
   */
  public BufferedImage triptych(int width, int height, String title) {
    PeelFilm film = new PeelFilm(cell, width, height, 3);
    List<BufferedImage> pictures = new ArrayList<>();
    pictures.add(film.picture(false));
    double from = cell.produce().config().strokeStartM();
    double until = from + DURING * (cell.produce().config().strokeEndM() - from);
    int stroke = cell.task().fixture().strokes() / 2;
    Optional<BufferedImage> during = Optional.empty();
    while (!over()) {
      tick();
      film.observe();
      boolean far = state[0] > until && cut[0] > 0;
      if (during.isEmpty() && cell.strokesDone() >= stroke && far) {
        during = Optional.of(film.picture(true));
      }
    }
    pictures.add(during.orElseGet(() -> film.picture(true)));
    pictures.add(film.picture(false));
    return sideBySide(pictures, title);
  }

  private static BufferedImage sideBySide(List<BufferedImage> pictures, String title) {
    int width = pictures.get(0).getWidth();
    int height = pictures.get(0).getHeight();
    int all = pictures.size() * (width + GAP) + GAP;
    Canvas canvas = new Canvas(all / 2, (height + 60) / 2);
    canvas.bold(title, GAP / 2.0, 18, 13, Palette.INK);
    String[] words = {"before", "during", "after"};
    for (int i = 0; i < words.length; i++) {
      double x = 0.5 * (GAP + i * (width + GAP) + width);
      canvas.text(words[i], x, 18, 12, Palette.FAINT, 1);
    }
    BufferedImage sheet = canvas.finish();
    Graphics2D g = sheet.createGraphics();
    g.setColor(Color.WHITE);
    for (int i = 0; i < pictures.size(); i++) {
      g.drawImage(pictures.get(i), GAP + i * (width + GAP), 48, null);
    }
    g.dispose();
    return sheet;
  }

  /**
   * Runs it and writes a film of it, in real time.
   *
   * @param every how many policy ticks a picture is taken
   */
  public int film(Path file, int width, int height, int every) {
    PeelFilm film = new PeelFilm(cell, width, height, 2);
    int centis = Math.max(2, 100 * every / cell.task().policyRateHz());
    try (AnimatedGif gif = new AnimatedGif(file, centis)) {
      gif.add(film.picture(true));
      while (!over()) {
        tick();
        film.observe();
        if (cell.tick() % every == 0) {
          gif.add(film.picture(true));
        }
      }
      gif.add(film.picture(true));
      return gif.pictures();
    }
  }

  /**
   * Runs it and writes what its cameras see at every row of the episode.
   *
   * @return the number of rows
   */
  public int record(Path folder, CameraRigConfig rig) {
    PeelCameras cameras = new PeelCameras(cell, rig);
    ImageFolder images = new ImageFolder(folder);
    images.write(0, cameras.see());
    while (!over()) {
      tick();
      images.write(cell.tick(), cameras.see());
    }
    return cell.tick() + 1;
  }
}
