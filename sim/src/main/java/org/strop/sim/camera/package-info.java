/**
 * A software renderer: triangles into colour and depth, without a display, a window or a GPU.
 *
 * <p>Decisions. (1) Plain arrays in and out; nothing of java.awt, so it runs in a bare container.
 * (2) Double precision and a fixed order of triangles: the same scene gives the same bytes. (3)
 * Light is computed once for each vertex (Lambert, Blinn-Phong, hemispheric ambient) and
 * interpolated with perspective; shadow is looked up for each pixel in a depth map seen from the
 * light. Cheap enough for training data at 96x96, good enough for reports when supersampled. (4)
 * Camera frames are those of ROS and OpenCV (REP 103, optical): x right, y down, z forward; depth
 * is metres along z, not along the ray, 0 where nothing was hit, as depth cameras give it.
 */
@NullMarked
package org.strop.sim.camera;

import org.jspecify.annotations.NullMarked;
