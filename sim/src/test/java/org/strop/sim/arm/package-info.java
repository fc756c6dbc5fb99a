/** Tests of the arm. */
@org.jspecify.annotations.NullMarked
package org.strop.sim.arm;
