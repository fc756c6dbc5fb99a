@NullMarked
package org.strop.bridge.control;

import org.jspecify.annotations.NullMarked;
