package org.strop.sim.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The renderer against what geometry says. */
class RendererTest {
  private static final Light FLAT = new Light(0, -0.3, 1, 0, 1, 1, 0x102030);

  private static Frame render(Intrinsics camera, CameraPose pose, Mesh... meshes) {
    Scene scene = new Scene(FLAT, 0);
    scene.prepare(List.of(meshes), 0, 0, 0, 1);
    return new Renderer(camera, 1).render(scene, pose);
  }

  private static Mesh sphere(double x, double y, double z, double radius, int rings) {
    Mesh mesh = new Mesh(0, false);
    Shapes.sphere(mesh, new double[] {x, y, z}, radius, rings, 0xFFFFFF);
    return mesh;
  }

  @Test
  void depthOfASphereIsThatOfTheFirstRoot() {
    Intrinsics camera = new Intrinsics(96, 96, 110, 120, 50, 46);
    CameraPose pose = CameraPose.lookAt(0.1, -1, 0.3, 0, 0, 0);
    Frame frame = render(camera, pose, sphere(0.02, 0.01, -0.01, 0.2, 128));
    int hits = 0;
    for (int v = 0; v < 96; v++) {
      for (int u = 0; u < 96; u++) {
        double expected = sphereDepth(camera, pose, u, v, 0.02, 0.01, -0.01, 0.2);
        if (expected > 0 && frame.depth(u, v) > 0) {
          assertThat(frame.depth(u, v)).isCloseTo((float) expected, within(0.0008f));
          hits++;
        }
      }
    }
    double disc = 110 * 120 * Math.PI * Math.pow(0.2 / 1.05, 2); // nearly, for small angles
    double size = 0.9 * disc; // the rim is left out
    assertThat((double) hits).isCloseTo(size, within(0.06 * size));
  }

  /** Depth along the axis of the nearest point of a sphere on a pixel's ray; -1: beside or rim. */
  private static double sphereDepth(
      Intrinsics c, CameraPose p, int u, int v, double x, double y, double z, double radius) {
    double dx = (u + 0.5 - c.cx()) / c.fx();
    double dy = (v + 0.5 - c.cy()) / c.fy();
    double cx = p.right().dot(x - p.x(), y - p.y(), z - p.z());
    double cy = p.down().dot(x - p.x(), y - p.y(), z - p.z());
    double cz = p.forward().dot(x - p.x(), y - p.y(), z - p.z());
    double a = dx * dx + dy * dy + 1;
    double b = dx * cx + dy * cy + cz;
    double root = b * b - a * (cx * cx + cy * cy + cz * cz - radius * radius);
    return root < 0.1 * a * radius * radius ? -1 : (b - Math.sqrt(root)) / a;
  }

  @Test
  void aPlaneSeenAtASlantHasItsDepthAtEveryPixelThoughCornersAreBehindTheCamera() {
    Mesh ground = new Mesh(0, false);
    Shapes.ground(ground, new double[] {0, 0, 0}, 50, 50, 1, (i, j) -> 0x336699);
    Intrinsics camera = Intrinsics.of(64, 48, 1.0);
    CameraPose pose = CameraPose.lookAt(0, 0, 0.4, 0.3, 1, 0);
    Frame frame = render(camera, pose, ground);
    for (int v = 12; v < 48; v++) {
      for (int u = 0; u < 64; u++) {
        double dx = (u + 0.5 - camera.cx()) / camera.fx();
        double dy = (v + 0.5 - camera.cy()) / camera.fy();
        double fall = dx * pose.right().z() + dy * pose.down().z() + pose.forward().z();
        assertThat(frame.depth(u, v)).isCloseTo((float) (-0.4 / fall), within(1e-4f));
        assertThat(frame.rgb(u, v)).isEqualTo(0x336699);
      }
    }
  }

  @Test
  void neighboursNeitherOverlapNorLeaveAHole() {
    SplittableRandom random = new SplittableRandom(5);
    for (int trial = 0; trial < 20; trial++) {
      Mesh fan = new Mesh(0, true);
      double x = 0.3 * random.nextDouble();
      double y = 0.3 * random.nextDouble();
      int middle = fan.vertex(x, 0, y, 0, -1, 0, 0xFFFFFF);
      int n = 3 + random.nextInt(20);
      for (int k = 0; k <= n; k++) {
        double a = 2 * Math.PI * k / n;
        fan.vertex(x + Math.cos(a), 0, y + Math.sin(a), 0, -1, 0, 0xFFFFFF);
      }
      for (int k = 0; k < n; k++) {
        fan.triangle(middle, middle + 1 + k, middle + 2 + k);
      }
      Frame frame = render(Intrinsics.of(80, 80, 0.2), CameraPose.lookAt(0, -2, 0, 0, 0, 0), fan);
      for (float depth : frame.depths()) {
        assertThat(depth).isCloseTo(2f, within(1e-5f)); // the fan is wider than the picture
      }
    }
  }

  @Test
  void theNearerOneHidesTheOtherInWhateverOrderTheyCome() {
    Mesh near = sphere(0, -0.3, 0, 0.1, 24);
    Mesh far = sphere(0, 0.3, 0, 0.3, 24);
    CameraPose pose = CameraPose.lookAt(0, -2, 0.1, 0, 0, 0);
    Intrinsics camera = Intrinsics.of(64, 64, 0.5);
    int[] one = render(camera, pose, near, far).pixels();
    assertThat(render(camera, pose, far, near).pixels()).isEqualTo(one);
    assertThat(render(camera, pose, near, far).depth(32, 32)).isLessThan(1.7f);
  }

  @Test
  void whatIsBehindTheCameraOrTurnedAwayIsNotDrawn() {
    Intrinsics camera = Intrinsics.of(32, 32, 0.8);
    CameraPose pose = CameraPose.lookAt(0, -1, 0, 0, 0, 0);
    assertThat(render(camera, pose, sphere(0, -2, 0, 0.5, 12)).depths()).containsOnly(0f);
    assertThat(render(camera, pose, sphere(0, -1, 0, 0.5, 12)).pixels()).containsOnly(0x102030);
  }

  @Test
  void coverageOfABoxIsTheGolden() {
    Mesh box = new Mesh(0, false);
    Shapes.box(box, new double[] {0, 0, 0}, new double[] {0.3, 0.2, 0.1}, 0.5, 0xFFFFFF);
    Frame frame =
        render(Intrinsics.of(24, 12, 0.55), CameraPose.lookAt(0.5, -1.2, 0.7, 0, 0, 0), box);
    StringBuilder seen = new StringBuilder();
    for (int v = 0; v < 12; v++) {
      for (int u = 0; u < 24; u++) {
        seen.append(frame.depth(u, v) > 0 ? '#' : '.');
      }
      seen.append('\n');
    }
    assertThat(seen.toString()).isEqualTo(GOLDEN_BOX);
  }

  private static final String GOLDEN_BOX =
      """
      ........................
      ........................
      ........................
      ..............##........
      ........########........
      .......##########.......
      .......##########.......
      .......##########.......
      .......##########.......
      ........................
      ........................
      ........................
      """;

  @Test
  void aShadowFallsBehindWhatTheLampMeets() {
    Mesh ground = new Mesh(0, false);
    Shapes.ground(ground, new double[] {0, 0, 0}, 1, 1, 20, (i, j) -> 0xFFFFFF);
    Mesh ball = sphere(0, 0, 0.3, 0.1, 24);
    Light lamp = new Light(-1, 0.01, 1, 0.6, 0.4, 0.4, 0);
    Scene scene = new Scene(lamp, 256);
    scene.prepare(List.of(ground, ball), 0, 0, 0.1, 1);
    Renderer renderer = new Renderer(Intrinsics.of(100, 100, 0.8), 1);
    Frame frame = renderer.render(scene, CameraPose.lookAt(0, -0.4, 2.2, 0, 0, 0));
    int lit = frame.rgb(20, 50) & 255;
    int shaded = 255;
    int at = -1;
    for (int u = 0; u < 100; u++) {
      if ((frame.rgb(u, 50) & 255) < shaded && frame.depth(u, 50) > 2.15) {
        shaded = frame.rgb(u, 50) & 255;
        at = u;
      }
    }
    assertThat(shaded).isLessThan(lit / 2 + 20);
    assertThat(at).isBetween(58, 70); // 0.3 m to the right of the ball's foot
  }

  @Test
  void supersamplingSmoothsTheRimAndKeepsTheInside() {
    Scene scene = new Scene(FLAT, 0);
    scene.prepare(List.of(sphere(0, 0, 0, 0.3, 48)), 0, 0, 0, 1);
    CameraPose pose = CameraPose.lookAt(0, -2, 0, 0, 0, 0);
    Frame frame = new Renderer(Intrinsics.of(48, 48, 0.4), 3).render(scene, pose);
    assertThat(frame.rgb(24, 24)).isEqualTo(0xFFFFFF);
    assertThat(frame.rgb(0, 0)).isEqualTo(0x102030);
    long rim =
        java.util.Arrays.stream(frame.pixels()).filter(p -> p != 0xFFFFFF && p != 0x102030).count();
    assertThat(rim).isBetween(40L, 250L);
  }

  @Test
  void aCameraThatLooksStraightDownHasNoUpright() {
    assertThatThrownBy(() -> CameraPose.lookAt(0, 0, 1, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
