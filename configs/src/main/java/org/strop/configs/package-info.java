/** Strict YAML-to-record configuration, and the one error type that every module throws. */
@NullMarked
package org.strop.configs;

import org.jspecify.annotations.NullMarked;
