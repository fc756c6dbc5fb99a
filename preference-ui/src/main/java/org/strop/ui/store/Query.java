package org.strop.ui.store;

import org.strop.bridge.trajectory.SegmentRef;

/**
 * A pair to ask about: "which of the two is better?".
 *
 * @param queryId unique in its store; letters, digits, dot, dash, underscore; at most 100
 * @param first shown first (left)
 * @param second shown second (right)
 */
public record Query(String queryId, SegmentRef first, SegmentRef second) {
  /** Checks the id. */
  public Query {
    if (!queryId.matches("[A-Za-z0-9._-]{1,100}")) {
      throw new IllegalArgumentException("query id '" + queryId + "' is not a plain name");
    }
  }
}
