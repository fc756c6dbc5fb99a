package org.strop.sim.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.sim.PeelingTask;
import org.strop.sim.rollout.DemonstrationFactory;
import org.strop.sim.task.TaskConfig;

class PicturesTest {
  private final TaskConfig task = PeelingTask.load();
  private final Trajectory demo = DemonstrationFactory.demonstrate(task, "cucumber", 3);

  /** The demonstration with the same thickness and gouge at every step. */
  private Trajectory even(float thickness, float gouge) {
    float[] cut = new float[4 * demo.length()];
    for (int t = 0; t < demo.length(); t++) {
      cut[4 * t] = thickness;
      cut[4 * t + 1] = thickness > 0 ? 0.01f : 0;
      cut[4 * t + 3] = gouge;
    }
    return demo.with(Channels.CUT, FloatMatrix.of(demo.length(), 4, cut));
  }

  private static long count(BufferedImage image, int rgb) {
    long n = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        n += (image.getRGB(x, y) & 0xFFFFFF) == (rgb & 0xFFFFFF) ? 1 : 0;
      }
    }
    return n;
  }

  @Test
  void thePeeledBandHasTheColourOfItsThickness() {
    int colour = Palette.thickness(0.001).getRGB();
    assertThat(count(ProducePicture.draw(even(0.001f, 0), task, "x"), colour))
        .isGreaterThan(50_000);
    assertThat(count(ProducePicture.draw(even(0, 0), task, "x"), colour)).isZero();
  }

  @Test
  void gougesAreMarked() {
    int red = Palette.GOUGE.getRGB();
    assertThat(count(ProducePicture.draw(even(0.002f, 0.0005f), task, "x"), red)).isPositive();
    assertThat(count(ProducePicture.draw(even(0.002f, 0), task, "x"), red)).isZero();
    List<ThicknessMap.Group> one =
        List.of(new ThicknessMap.Group("one", List.of(even(0.002f, 0.0005f))));
    assertThat(count(ThicknessMap.draw("x", one, task), red)).isGreaterThan(1000);
  }

  @Test
  void aMapHasARowForEachEpisode() {
    List<Trajectory> few = DemonstrationFactory.demonstrate(task, 3, 1);
    List<Trajectory> many = DemonstrationFactory.demonstrate(task, 9, 1);
    BufferedImage small = ThicknessMap.draw("x", List.of(new ThicknessMap.Group("few", few)), task);
    BufferedImage tall =
        ThicknessMap.draw(
            "x",
            List.of(new ThicknessMap.Group("few", few), new ThicknessMap.Group("many", many)),
            task);
    assertThat(tall.getHeight() - small.getHeight()).isEqualTo(6 * 14 * 2);
    assertThat(tall.getWidth()).isGreaterThan(small.getWidth());
  }

  @Test
  void filesAreWholePngs(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("peel.png");
    BufferedImage image = BeforeAfter.draw(demo, "before", even(0.001f, 0), "after", task);
    Pixels.write(image, file);
    BufferedImage read = ImageIO.read(file.toFile());
    assertThat(read.getHeight()).isEqualTo(1600);
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
    BufferedImage bytes = ImageIO.read(new ByteArrayInputStream(Pixels.png(image)));
    assertThat(bytes.getRGB(300, 250)).isEqualTo(image.getRGB(300, 250));
  }
}
