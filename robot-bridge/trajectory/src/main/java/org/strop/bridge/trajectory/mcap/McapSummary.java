package org.strop.bridge.trajectory.mcap;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the summary of a file says. A part that the writer left out is empty.
 *
 * @param schemas by id
 * @param channels by id
 * @param statistics counts of the whole file
 * @param chunks where the chunks lie, in file order
 * @param attachments where the attachments lie
 * @param metadata where the metadata lie
 */
public record McapSummary(
    Map<Integer, McapRecord.Schema> schemas,
    Map<Integer, McapRecord.Channel> channels,
    Optional<McapRecord.Statistics> statistics,
    List<McapRecord.ChunkIndex> chunks,
    List<McapRecord.AttachmentIndex> attachments,
    List<McapRecord.MetadataIndex> metadata) {
  /** Sorts records into a summary. */
  static McapSummary of(List<McapRecord> records) {
    Map<Integer, McapRecord.Schema> schemas = new TreeMap<>();
    Map<Integer, McapRecord.Channel> channels = new TreeMap<>();
    List<McapRecord.ChunkIndex> chunks = new ArrayList<>();
    List<McapRecord.AttachmentIndex> attachments = new ArrayList<>();
    List<McapRecord.MetadataIndex> metadata = new ArrayList<>();
    Optional<McapRecord.Statistics> statistics = Optional.empty();
    for (McapRecord record : records) {
      if (record instanceof McapRecord.Schema schema) {
        schemas.put(schema.id(), schema);
      } else if (record instanceof McapRecord.Channel channel) {
        channels.put(channel.id(), channel);
      } else if (record instanceof McapRecord.ChunkIndex chunk) {
        chunks.add(chunk);
      } else if (record instanceof McapRecord.AttachmentIndex attachment) {
        attachments.add(attachment);
      } else if (record instanceof McapRecord.MetadataIndex index) {
        metadata.add(index);
      } else if (record instanceof McapRecord.Statistics found) {
        statistics = Optional.of(found);
      }
    }
    return new McapSummary(
        Collections.unmodifiableMap(schemas),
        Collections.unmodifiableMap(channels),
        statistics,
        List.copyOf(chunks),
        List.copyOf(attachments),
        List.copyOf(metadata));
  }
}
