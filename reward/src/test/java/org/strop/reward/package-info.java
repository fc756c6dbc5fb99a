/** What the tests of this module share. */
@NullMarked
package org.strop.reward;

import org.jspecify.annotations.NullMarked;
