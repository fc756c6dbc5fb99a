package org.strop.reward.composite;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What each part of a reward adds to it at each step, before the squash; mean over the ensemble.
 *
 * <p>Each part is relative to its own mean over the training data, so 0 is "as usual". At every
 * step the parts sum to {@code preSquash} up to rounding.
 *
 * @param parts by name, each of length T: the metrics as declared, then {@link #RESIDUAL}; copied
 *     shallowly, never modified
 * @param preSquash length T; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // a short-lived result, never compared
public record Contributions(Map<String, float[]> parts, float[] preSquash) {
  /** Name of what no declared metric explains. */
  public static final String RESIDUAL = "residual";

  /** Copies the map, keeping its order. */
  public Contributions {
    parts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parts));
  }
}
