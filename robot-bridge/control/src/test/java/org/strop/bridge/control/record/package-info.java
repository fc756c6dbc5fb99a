@NullMarked
package org.strop.bridge.control.record;

import org.jspecify.annotations.NullMarked;
