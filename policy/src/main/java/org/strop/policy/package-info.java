/** Loading of policies, whatever their kind. */
@NullMarked
package org.strop.policy;

import org.jspecify.annotations.NullMarked;
