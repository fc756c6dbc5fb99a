/** Recording into a dataset folder, over ROS, so that it can be stopped and resumed. */
@NullMarked
package org.strop.launch.record;

import org.jspecify.annotations.NullMarked;
