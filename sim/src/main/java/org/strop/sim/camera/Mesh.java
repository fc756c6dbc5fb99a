package org.strop.sim.camera;

import java.util.Arrays;

/**
 * Triangles with a normal and a colour at each vertex, in the world. Grows; {@link #clear} keeps
 * its memory. Counter-clockwise seen from outside. Not thread-safe.
 */
public final class Mesh {
  /** Values of a vertex: position (m), unit normal, colour in [0, 1]. */
  static final int STRIDE = 9;

  double[] vertices = new double[STRIDE * 64];
  int[] triangles = new int[3 * 64];
  private final double shine;
  private final boolean twoSided;
  private boolean castsShadow = true;
  private int vertexCount;
  private int triangleCount;

  /**
   * Creates an empty mesh.
   *
   * @param shine strength of highlights, 0 to 1
   * @param twoSided whether backs are drawn
   */
  public Mesh(double shine, boolean twoSided) {
    this.shine = shine;
    this.twoSided = twoSided;
  }

  /** Makes it throw no shadow: for what only receives it, as the ground. */
  public void throwNoShadow() {
    castsShadow = false;
  }

  boolean castsShadow() {
    return castsShadow;
  }

  /** Adds a vertex; returns its index. The colour is 0xRRGGBB. */
  public int vertex(double x, double y, double z, double nx, double ny, double nz, int rgb) {
    int at = vertexCount * STRIDE;
    if (at + STRIDE > vertices.length) {
      vertices = Arrays.copyOf(vertices, 2 * vertices.length);
    }
    vertices[at] = x;
    vertices[at + 1] = y;
    vertices[at + 2] = z;
    vertices[at + 3] = nx;
    vertices[at + 4] = ny;
    vertices[at + 5] = nz;
    vertices[at + 6] = (rgb >> 16 & 255) / 255.0;
    vertices[at + 7] = (rgb >> 8 & 255) / 255.0;
    vertices[at + 8] = (rgb & 255) / 255.0;
    return vertexCount++;
  }

  /** Adds a triangle. */
  public void triangle(int a, int b, int c) {
    int at = 3 * triangleCount;
    if (at + 3 > triangles.length) {
      triangles = Arrays.copyOf(triangles, 2 * triangles.length);
    }
    triangles[at] = a;
    triangles[at + 1] = b;
    triangles[at + 2] = c;
    triangleCount++;
  }

  /** Adds a quadrilateral, corners in order. */
  public void quad(int a, int b, int c, int d) {
    triangle(a, b, c);
    triangle(a, c, d);
  }

  /** Replaces all normals by those of the triangles around each vertex, weighted by area. */
  public void smoothNormals() {
    for (int v = 0; v < vertexCount; v++) {
      Arrays.fill(vertices, v * STRIDE + 3, v * STRIDE + 6, 0);
    }
    for (int t = 0; t < 3 * triangleCount; t += 3) {
      addNormal(triangles[t] * STRIDE, triangles[t + 1] * STRIDE, triangles[t + 2] * STRIDE);
    }
    for (int v = 0; v < vertexCount; v++) {
      normalise(v * STRIDE + 3);
    }
  }

  /** Gives two vertices the mean of their normals: the two sides of a seam. */
  public void shareNormal(int one, int two) {
    int a = one * STRIDE + 3;
    int b = two * STRIDE + 3;
    for (int k = 0; k < 3; k++) {
      vertices[a + k] += vertices[b + k];
    }
    normalise(a);
    System.arraycopy(vertices, a, vertices, b, 3);
  }

  private void addNormal(int a, int b, int c) {
    double[] v = vertices;
    double ux = v[b] - v[a];
    double uy = v[b + 1] - v[a + 1];
    double uz = v[b + 2] - v[a + 2];
    double wx = v[c] - v[a];
    double wy = v[c + 1] - v[a + 1];
    double wz = v[c + 2] - v[a + 2];
    for (int corner : new int[] {a, b, c}) {
      v[corner + 3] += uy * wz - uz * wy;
      v[corner + 4] += uz * wx - ux * wz;
      v[corner + 5] += ux * wy - uy * wx;
    }
  }

  private void normalise(int at) {
    double[] v = vertices;
    double n = Math.sqrt(v[at] * v[at] + v[at + 1] * v[at + 1] + v[at + 2] * v[at + 2]);
    if (n > 0) {
      v[at] /= n;
      v[at + 1] /= n;
      v[at + 2] /= n;
    }
  }

  /** Forgets all vertices and triangles. */
  public void clear() {
    vertexCount = 0;
    triangleCount = 0;
  }

  /** Returns the number of vertices. */
  public int vertexCount() {
    return vertexCount;
  }

  /** Returns the number of triangles. */
  public int triangleCount() {
    return triangleCount;
  }

  double shine() {
    return shine;
  }

  boolean twoSided() {
    return twoSided;
  }
}
