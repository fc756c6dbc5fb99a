/** The scripted demonstrator: a person's way of peeling, with style, drift and lapses. */
@NullMarked
package org.strop.sim.demo;

import org.jspecify.annotations.NullMarked;
