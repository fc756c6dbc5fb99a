package org.strop.sim.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.configs.StropException;
import org.strop.sim.PeelingTask;
import org.strop.sim.camera.CameraRigConfig;
import org.strop.sim.camera.Frame;
import org.strop.sim.cell.PeelingCell;
import org.strop.sim.demo.Demonstrator;
import org.strop.sim.rollout.DemonstrationFactory;
import org.strop.sim.task.TaskConfig;

class PeelCamerasTest {
  private final TaskConfig task = PeelingTask.load();
  private final CameraRigConfig rig =
      CameraRigConfig.load(
          PeelingTask.root().resolve("configs/cameras/peeling_cell.yaml"), List.of());
  @TempDir private Path folder;

  private Map<String, int[]> after(String kind, int ticks) {
    PeelingCell cell = new PeelingCell(task, kind, 4);
    Demonstrator person = new Demonstrator(cell, 4);
    PeelCameras cameras = new PeelCameras(cell, rig);
    float[] state = new float[7];
    float[] wrench = new float[6];
    float[] cut = new float[4];
    float[] action = new float[7];
    for (int t = 0; t < ticks && !cell.finished(); t++) {
      cell.observe(state, wrench, cut);
      person.act(state, wrench, action);
      cell.command(action);
      cell.advanceTick();
    }
    Map<String, int[]> seen = new LinkedHashMap<>();
    cameras.see().forEach((name, frame) -> seen.put(name, frame.pixels()));
    return seen;
  }

  @Test
  void theSameStateGivesTheSameBytesAndAnotherDoesNot() {
    Map<String, int[]> one = after("apple", 40);
    Map<String, int[]> two = after("apple", 40);
    assertThat(one.keySet()).containsExactly("front", "wrist_left", "wrist_right");
    one.forEach((name, pixels) -> assertThat(two.get(name)).as(name).isEqualTo(pixels));
    one.forEach((n, pixels) -> assertThat(after("apple", 41).get(n)).as(n).isNotEqualTo(pixels));
  }

  @Test
  void skinIsSeenBeforeAndFleshAfterInTheColoursOfTheKind() {
    assertThat(share(front("apple", 0), PeelCamerasTest::isRed)).isGreaterThan(0.02);
    double greenBefore = share(front("cucumber", 0), PeelCamerasTest::isGreen);
    double greenAfter = share(front("cucumber", 9999), PeelCamerasTest::isGreen);
    assertThat(greenBefore).isGreaterThan(0.02);
    assertThat(greenAfter).isLessThan(greenBefore);
    assertThat(share(front("potato", 0), PeelCamerasTest::isGreen)).isZero();
  }

  private int[] front(String kind, int ticks) {
    return Objects.requireNonNull(after(kind, ticks).get("front"));
  }

  private interface Colour {
    boolean is(int r, int g, int b);
  }

  private static double share(int[] pixels, Colour colour) {
    int n = 0;
    for (int p : pixels) {
      n += colour.is(p >> 16 & 255, p >> 8 & 255, p & 255) ? 1 : 0;
    }
    return (double) n / pixels.length;
  }

  private static boolean isRed(int r, int g, int b) {
    return r > 70 && r > 2.5 * g && r > 2 * b;
  }

  private static boolean isGreen(int r, int g, int b) {
    return g > 1.25 * r && g > 1.25 * b;
  }

  @Test
  void wristCamerasSeeTheEdgeAtItsDistance() {
    PeelingCell cell = new PeelingCell(task, "apple", 4);
    PeelCameras cameras = new PeelCameras(cell, rig);
    Frame frame = Objects.requireNonNull(cameras.see().get("wrist_left"));
    float[] state = new float[7];
    cell.observe(state, new float[6], new float[4]);
    double depth = cameras.poseOf("wrist_left").depth(state[0], state[1], state[2]);
    assertThat(depth).isBetween(0.08, 0.16);
    assertThat((double) frame.depth(48, 48)).isBetween(depth - 0.03, depth + 0.12);
    assertThatThrownBy(() -> cameras.poseOf("belly")).hasMessageContaining("wrist_left");
  }

  @Test
  void aRecordedEpisodeIsComputedAgainToTheBitAndShown() {
    Trajectory demo = DemonstrationFactory.demonstrate(task, "apple", 7);
    PeelShow show = PeelShow.recorded(task, demo);
    BufferedImage picture = show.triptych(80, 60, "apple");
    assertThat(show.deviationM()).isZero();
    assertThat(picture.getWidth()).isGreaterThan(240);
    TaskConfig other = PeelingTask.load("blade.stiffness.z=1500");
    PeelShow off = PeelShow.recorded(other, demo);
    off.triptych(80, 60, "apple");
    assertThat(off.deviationM()).isGreaterThan(1e-4);
  }

  @Test
  void anEpisodeWithoutActionsIsRefused() {
    Trajectory demo = DemonstrationFactory.demonstrate(task, "apple", 7);
    Trajectory bare =
        new Trajectory(
            demo.info(),
            demo.stampsNanos(),
            Map.of(Channels.STATE, demo.channel(Channels.STATE)),
            List.of());
    assertThatThrownBy(() -> PeelShow.recorded(task, bare))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("action");
  }

  @Test
  void aFilmHasItsDelaysAndRunsForEver() throws IOException {
    Path file = folder.resolve("peel.gif");
    int pictures = PeelShow.demonstration(task, "apple", 3).film(file, 64, 48, 4);
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      reader.setInput(in);
      assertThat(reader.getNumImages(true)).isEqualTo(pictures).isGreaterThan(8);
      assertThat(reader.read(pictures - 1).getWidth()).isEqualTo(64);
      IIOMetadataNode root =
          (IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_gif_image_1.0");
      IIOMetadataNode control =
          (IIOMetadataNode) root.getElementsByTagName("GraphicControlExtension").item(0);
      assertThat(control.getAttribute("delayTime")).isEqualTo("20"); // 4 ticks of 50 ms
      IIOMetadataNode loop =
          (IIOMetadataNode) root.getElementsByTagName("ApplicationExtension").item(0);
      assertThat((byte[]) loop.getUserObject()).containsExactly(1, 0, 0);
    }
    assertThat(folder.toFile().list()).containsExactly("peel.gif");
  }

  @Test
  void camerasOfAnEpisodeBecomeFilesByRow() throws IOException {
    CameraRigConfig small =
        CameraRigConfig.load(
            PeelingTask.root().resolve("configs/cameras/peeling_cell.yaml"),
            List.of("width=16", "height=16", "stride=15", "shadow_size=0"));
    int rows = PeelShow.demonstration(task, "apple", 3).record(folder, small);
    Path wrist = folder.resolve("observation.images.wrist_left");
    try (var files = Files.list(wrist)) {
      assertThat(files.count()).isEqualTo(rows);
    }
    BufferedImage depth =
        ImageIO.read(folder.resolve("observation.images.front.depth/000000.png").toFile());
    assertThat(depth.getRaster().getSample(8, 14, 0)).isBetween(200, 600); // mm
  }

  @Test
  void aRigWithoutCamerasIsRefused() {
    assertThatThrownBy(
            () ->
                CameraRigConfig.load(
                    PeelingTask.root().resolve("configs/cameras/peeling_cell.yaml"),
                    List.of("cameras={}")))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("cameras");
  }
}
