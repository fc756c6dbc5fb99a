/**
 * Asking people which of two attempts is better: the label store and the web panel, and the JSON
 * rules that both share.
 */
@NullMarked
package org.strop.ui;

import org.jspecify.annotations.NullMarked;
