/**
 * What was asked and what people said, in a SQL database: a SQLite file, or PostgreSQL by its URL.
 *
 * <p>Decisions. Labels are append-only, and triggers in the database forbid anything else, because
 * people's answers are the scarcest data of the whole stack. An undo is a row that names the row it
 * undoes. An answer carries a nonce chosen by whoever sends it, so that sending it twice (a lost
 * acknowledgement, a second tab) stores it once. Every operator is asked every query.
 */
@NullMarked
package org.strop.ui.store;

import org.jspecify.annotations.NullMarked;
