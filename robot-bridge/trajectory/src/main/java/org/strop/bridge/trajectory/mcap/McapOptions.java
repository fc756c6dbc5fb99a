package org.strop.bridge.trajectory.mcap;

/**
 * What an MCAP writer writes.
 *
 * @param library name of the writing program, in the header
 * @param compression of chunks
 * @param chunkBytes a chunk is closed when its records reach that size; 0 writes no chunks
 * @param chunkMessages a chunk is closed when it holds that many messages
 * @param chunkSpanNanos a chunk is closed when the log times in it span that much
 * @param messageIndex whether message indexes follow each chunk
 * @param summary what the summary holds
 */
public record McapOptions(
    String library,
    Compression compression,
    int chunkBytes,
    int chunkMessages,
    long chunkSpanNanos,
    boolean messageIndex,
    Summary summary) {
  /** How chunks are compressed. */
  public enum Compression {
    /** Not at all. */
    NONE,
    /** Zstandard, level 3. */
    ZSTD
  }

  /** Parts of the summary. */
  public record Summary(
      boolean schemas,
      boolean channels,
      boolean statistics,
      boolean chunkIndex,
      boolean attachmentIndex,
      boolean metadataIndex,
      boolean offsets) {
    /** Everything. */
    public static final Summary ALL = new Summary(true, true, true, true, true, true, true);
  }

  /** For files that are written whole, for example episodes: chunks of 1 MiB. */
  public static McapOptions whole() {
    return new McapOptions(
        "strop", Compression.ZSTD, 1 << 20, Integer.MAX_VALUE, Long.MAX_VALUE, true, Summary.ALL);
  }

  /**
   * For logs that must survive a kill: chunks of at most 64 KiB, 512 messages or 250 ms, whichever
   * comes first, so a crash loses at most that.
   */
  public static McapOptions live() {
    return new McapOptions(
        "strop", Compression.ZSTD, 64 << 10, 512, 250_000_000L, true, Summary.ALL);
  }

  /** Whether records go into chunks. */
  boolean chunked() {
    return chunkBytes > 0;
  }
}
