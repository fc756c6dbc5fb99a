/** What people said about segments, and where it comes from. */
@NullMarked
package org.strop.reward.label;

import org.jspecify.annotations.NullMarked;
