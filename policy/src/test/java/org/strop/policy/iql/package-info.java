/** Tests of iql. */
@NullMarked
package org.strop.policy.iql;

import org.jspecify.annotations.NullMarked;
