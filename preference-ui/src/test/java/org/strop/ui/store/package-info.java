/** Tests of the label store. */
@NullMarked
package org.strop.ui.store;

import org.jspecify.annotations.NullMarked;
