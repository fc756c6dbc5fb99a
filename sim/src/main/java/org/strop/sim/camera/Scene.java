package org.strop.sim.camera;

import java.util.List;

/**
 * Meshes under a light, and the shadow that they throw. Prepared once, seen by any number of
 * cameras. Not thread-safe; reuses its memory when prepared again.
 */
public final class Scene {
  private static final double LAMP_DISTANCE_M = 2.5;

  private final Light light;
  private final ShadowMap shadows;
  private List<Mesh> meshes = List.of();
  private double[][] lit = new double[0][];

  /**
   * Creates an empty scene.
   *
   * @param shadowSize side of the shadow's map, pixels; 0: no shadows
   */
  public Scene(Light light, int shadowSize) {
    this.light = light;
    shadows = new ShadowMap(light.toLamp(), shadowSize, LAMP_DISTANCE_M);
  }

  /**
   * Lights the meshes and throws their shadows.
   *
   * @param all drawn in this order; used until the next call, not copied
   * @param x middle of what throws shadows, m
   * @param y middle
   * @param z middle
   * @param radius of what throws shadows, m
   */
  public void prepare(List<Mesh> all, double x, double y, double z, double radius) {
    meshes = all;
    if (lit.length < all.size()) {
      lit = java.util.Arrays.copyOf(lit, all.size());
    }
    for (int i = 0; i < all.size(); i++) {
      int size = 4 * all.get(i).vertexCount();
      double[] buffer = lit[i];
      if (buffer == null || buffer.length < size) {
        buffer = new double[size];
        lit[i] = buffer;
      }
      shade(all.get(i), buffer);
    }
    shadows.draw(all, x, y, z, radius);
  }

  /** Lambert and a hemisphere of room light: c (g + (s − g)(1 + n_z)/2 + d max(0, n·l)). */
  private void shade(Mesh mesh, double[] out) {
    CameraPose.Axis lamp = light.toLamp();
    double[] v = mesh.vertices;
    for (int i = 0; i < mesh.vertexCount(); i++) {
      int at = i * Mesh.STRIDE;
      double room = light.ground() + (light.sky() - light.ground()) * 0.5 * (1 + v[at + 5]);
      double facing = lamp.dot(v[at + 3], v[at + 4], v[at + 5]);
      if (mesh.twoSided()) {
        facing = Math.abs(facing);
      }
      double direct = light.direct() * Math.max(0, facing);
      double all = room + direct;
      out[4 * i] = v[at + 6] * all;
      out[4 * i + 1] = v[at + 7] * all;
      out[4 * i + 2] = v[at + 8] * all;
      out[4 * i + 3] = all > 0 ? direct / all : 0;
    }
  }

  List<Mesh> meshes() {
    return meshes;
  }

  double[] lit(int mesh) {
    return lit[mesh];
  }

  Light light() {
    return light;
  }

  ShadowMap shadows() {
    return shadows;
  }
}
