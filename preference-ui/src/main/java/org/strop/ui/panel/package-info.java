/**
 * The web panel: one page on which a person compares two attempts, and the HTTP interface behind
 * it, which simulated operators use as well.
 *
 * <p>Decisions. The panel answers its own machine only, unless it has an access token: what it
 * shows and stores belongs to the lab. Every file it serves is in its jar; nothing is fetched from
 * elsewhere, and the page's content policy forbids it. Answers are acknowledged after the store has
 * them on the disk, never before.
 */
@NullMarked
package org.strop.ui.panel;

import org.jspecify.annotations.NullMarked;
