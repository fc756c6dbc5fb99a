/**
 * Reads robots from URDF files: links with their inertia, joints with their limits, one tree.
 *
 * <ul>
 *   <li>Only {@code <link>} and {@code <joint>} directly below {@code <robot>} count: {@code
 *       ros2_control}, {@code transmission} and {@code gazebo} reuse those names for other things.
 *   <li>Nothing outside the file is ever read: no document type, no entities, no meshes; size,
 *       depth and counts are bounded before anything is kept.
 *   <li>The file's order of joints is kept: it is the order of every vector that a user gives.
 *   <li>A link without inertia is fine as long as it moves with one that has some (a flange, a
 *       camera frame); whether that holds is checked where a mechanism is made of the file.
 * </ul>
 */
@NullMarked
package org.strop.sim.urdf;

import org.jspecify.annotations.NullMarked;
