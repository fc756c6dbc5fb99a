package org.strop.bridge.trajectory.mcap;

/** Sizes above which a file is refused before memory is given to it. */
public final class McapLimits {
  /** Of the content of a record, bytes; ours: 1 GiB. */
  public static final long MAX_RECORD_BYTES = 1L << 30;

  /** Of the records of a chunk, uncompressed, bytes; ours: 256 MiB. */
  public static final long MAX_CHUNK_BYTES = 1L << 28;

  /** Of the summary of a file, bytes; ours: 256 MiB. */
  public static final long MAX_SUMMARY_BYTES = 1L << 28;

  static final byte[] MAGIC = {(byte) 0x89, 'M', 'C', 'A', 'P', '0', '\r', '\n'};

  /** Opcode and length before the content of a record, bytes. */
  static final int HEAD_BYTES = 9;

  /** The footer with its head, bytes. */
  static final int FOOTER_BYTES = HEAD_BYTES + 20;

  private McapLimits() {}
}
