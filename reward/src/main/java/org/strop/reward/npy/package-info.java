/** Reader of NumPy's array files, hardened against damaged and hostile ones. */
@NullMarked
package org.strop.reward.npy;

import org.jspecify.annotations.NullMarked;
