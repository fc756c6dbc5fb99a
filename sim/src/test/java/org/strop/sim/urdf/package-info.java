/** Tests of the URDF reader. */
@org.jspecify.annotations.NullMarked
package org.strop.sim.urdf;
