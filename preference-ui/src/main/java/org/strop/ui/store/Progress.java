package org.strop.ui.store;

/**
 * How far an operator is.
 *
 * @param done queries answered, undone ones left out
 * @param total queries in the store
 * @param scores segments that carry a score of this operator
 */
public record Progress(int done, int total, int scores) {}
