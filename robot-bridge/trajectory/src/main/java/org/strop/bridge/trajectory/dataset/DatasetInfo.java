package org.strop.bridge.trajectory.dataset;

import java.util.Comparator;
import java.util.List;
import org.strop.bridge.trajectory.ChannelSpec;

/**
 * What all episodes of a dataset have in common.
 *
 * @param name for people
 * @param rateHz steps a second, above 0
 * @param channels that every episode has, no more and no less; kept sorted by key
 */
public record DatasetInfo(String name, double rateHz, List<ChannelSpec> channels) {
  /** Sorts the channels and checks the rate. */
  public DatasetInfo {
    channels = channels.stream().sorted(Comparator.comparing(ChannelSpec::key)).toList();
    if (!(rateHz > 0) || Double.isInfinite(rateHz)) {
      throw new IllegalArgumentException("rate is " + rateHz + " Hz, but must be above 0");
    }
    if (channels.stream().map(ChannelSpec::key).distinct().count() < channels.size()) {
      throw new IllegalArgumentException("a channel is given twice");
    }
  }
}
