package org.strop.bridge.control.record;

import org.strop.bridge.trajectory.ChannelSpec;

/**
 * A topic on its way to becoming a channel.
 *
 * @param spec the channel
 * @param topic for messages to people
 * @param series its samples; width of the spec
 * @param blend how rows between samples are made
 */
record AlignedChannel(ChannelSpec spec, String topic, TopicSeries series, Blend blend) {}
