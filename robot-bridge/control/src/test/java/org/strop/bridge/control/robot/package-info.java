@NullMarked
package org.strop.bridge.control.robot;

import org.jspecify.annotations.NullMarked;
