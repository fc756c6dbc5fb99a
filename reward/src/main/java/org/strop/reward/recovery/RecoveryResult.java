package org.strop.reward.recovery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which rewards came back.
 *
 * @param worlds how many
 * @param rows rewards by label model, noise and count
 * @param advantages tables of advantages by use
 */
public record RecoveryResult(int worlds, List<RecoveryRow> rows, List<AdvantageRow> advantages) {
  /** Copies the lists. */
  public RecoveryResult {
    rows = List.copyOf(rows);
    advantages = List.copyOf(advantages);
  }

  /** Returns the figures under the keys of the command's JSON. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("worlds", worlds);
    map.put("rows", rows.stream().map(RecoveryRow::toMap).toList());
    map.put("advantages", advantages.stream().map(AdvantageRow::toMap).toList());
    return map;
  }
}
