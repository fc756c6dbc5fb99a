/**
 * Pictures of peels for reports, drawn without a display.
 *
 * <p>Text needs a font on the machine; where there is none (a bare container), pictures come
 * without words rather than not at all.
 */
@NullMarked
package org.strop.sim.view;

import org.jspecify.annotations.NullMarked;
