/**
 * What there is to see in a world at one moment, as plain data: a renderer needs nothing else.
 *
 * <p>A package of its own, below both the suite and the pictures, so that neither needs the other.
 */
@NullMarked
package org.strop.sim.suite.scene;

import org.jspecify.annotations.NullMarked;
