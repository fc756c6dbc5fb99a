/**
 * The ROS master: the client that a node uses, and the embedded master, which keeps the graph and
 * the parameters when no {@code roscore} runs.
 *
 * <p>Answers are triples {@code [code, text, value]}; 1 is success, 0 failure, -1 error of the
 * caller (ROS Master API). Wording and corner cases follow rosmaster 1.15, since tools match on
 * them.
 */
@NullMarked
package org.strop.bridge.ros.ros1.master;

import org.jspecify.annotations.NullMarked;
