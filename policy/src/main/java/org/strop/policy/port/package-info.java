/** Ports that other modules implement for policy training and fine-tuning. */
@NullMarked
package org.strop.policy.port;

import org.jspecify.annotations.NullMarked;
