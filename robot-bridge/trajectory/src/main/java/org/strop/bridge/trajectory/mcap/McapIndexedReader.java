package org.strop.bridge.trajectory.mcap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/**
 * Reads parts of an MCAP file by its index: messages of some channels, of some time, in order of
 * log time. A file without an index (a log that was cut) is for {@link McapStreamReader}.
 */
public final class McapIndexedReader implements AutoCloseable {
  private static final int CACHED_CHUNKS = 4;

  /** A message, before it is read. */
  private record Place(long logTimeNanos, McapRecord.ChunkIndex chunk, long offset) {}

  private interface Action<T> {
    T run() throws IOException, MalformedRecordException, ChunkReader.UnsupportedException;
  }

  private final Path file;
  private final RandomAccess in;
  private final McapSummary summary;
  private final Map<Long, ByteBuffer> cache =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, ByteBuffer> eldest) {
          return size() > CACHED_CHUNKS;
        }
      };

  private McapIndexedReader(Path file, RandomAccess in) {
    this.file = file;
    this.in = in;
    this.summary = guard(this::readSummary);
  }

  /**
   * Opens a file and reads its summary.
   *
   * @throws StropException MISSING_DATA if it is not there; CORRUPT_DATA, naming the byte, if it
   *     has no valid footer and summary
   */
  public static McapIndexedReader open(Path file) {
    if (!Files.isRegularFile(file)) {
      String what = "there is no file " + file.getFileName() + ".";
      throw new StropException(ErrorCode.MISSING_DATA, what, file.toString(), "check the path.");
    }
    try {
      return new McapIndexedReader(file, new RandomAccess(file));
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  /** Returns what the summary says. */
  public McapSummary summary() {
    return summary;
  }

  private McapSummary readSummary() throws IOException, MalformedRecordException {
    int tail = McapLimits.FOOTER_BYTES + McapLimits.MAGIC.length;
    if (in.size() < tail + McapLimits.MAGIC.length) {
      throw new MalformedRecordException("the file is too short for a footer");
    }
    long footerStart = in.size() - tail;
    ByteBuffer magic = in.bytes(in.size() - McapLimits.MAGIC.length, McapLimits.MAGIC.length);
    if (!Arrays.equals(magic.array(), McapLimits.MAGIC)
        || !(in.record(footerStart) instanceof McapRecord.Footer footer)) {
      throw new MalformedRecordException("the file does not end in a footer");
    }
    long start = footer.summaryStart();
    if (start == 0) {
      return McapSummary.of(List.of());
    }
    if (start < 0 || start > footerStart || footerStart - start > McapLimits.MAX_SUMMARY_BYTES) {
      throw new MalformedRecordException("the footer puts the summary at " + start);
    }
    ByteBuffer covered = in.bytes(start, in.size() - McapLimits.MAGIC.length - 4 - start);
    RecordParser.checkCrc("the summary", covered, footer.summaryCrc());
    ByteBuffer records = covered.limit((int) (footerStart - start));
    return McapSummary.of(ChunkReader.records(records));
  }

  /**
   * Gives the messages of some channels, with from ≤ log time < to, in order of log time; messages
   * of equal time come in file order.
   *
   * @throws StropException CORRUPT_DATA if the file is damaged there
   */
  public void messages(
      Predicate<McapRecord.Channel> channels,
      long fromNanos,
      long toNanos,
      Consumer<McapRecord.Message> sink) {
    guard(
        () -> {
          for (Place place : places(channels, fromNanos, toNanos)) {
            if (ChunkReader.recordAt(chunk(place.chunk), toOffset(place.offset))
                instanceof McapRecord.Message message) {
              sink.accept(message);
            } else {
              throw new MalformedRecordException("an index does not point to a message");
            }
          }
          return this;
        });
  }

  /** Returns an attachment; see {@link McapSummary#attachments}. */
  public McapRecord.Attachment attachment(McapRecord.AttachmentIndex index) {
    return guard(() -> expect(in.record(index.offset()), McapRecord.Attachment.class));
  }

  /** Returns free words; see {@link McapSummary#metadata}. */
  public McapRecord.Metadata metadata(McapRecord.MetadataIndex index) {
    return guard(() -> expect(in.record(index.offset()), McapRecord.Metadata.class));
  }

  private List<Place> places(Predicate<McapRecord.Channel> channels, long from, long to)
      throws IOException, MalformedRecordException, ChunkReader.UnsupportedException {
    List<Place> places = new ArrayList<>();
    for (McapRecord.ChunkIndex chunk : summary.chunks()) {
      if (chunk.endTimeNanos() >= from && chunk.startTimeNanos() < to) {
        for (McapRecord.MessageIndex index : indexes(chunk)) {
          McapRecord.Channel channel = summary.channels().get(index.channelId());
          if (channel != null && channels.test(channel)) {
            index.entries().stream()
                .filter(e -> e.logTimeNanos() >= from && e.logTimeNanos() < to)
                .forEach(e -> places.add(new Place(e.logTimeNanos(), chunk, e.offset())));
          }
        }
      }
    }
    places.sort(
        Comparator.comparingLong(Place::logTimeNanos)
            .thenComparingLong(place -> place.chunk.chunkStart())
            .thenComparingLong(Place::offset));
    return places;
  }

  /** Returns the message indexes of a chunk; makes them from the chunk where the file has none. */
  private List<McapRecord.MessageIndex> indexes(McapRecord.ChunkIndex chunk)
      throws IOException, MalformedRecordException, ChunkReader.UnsupportedException {
    List<McapRecord.MessageIndex> indexes = new ArrayList<>();
    for (long offset : chunk.messageIndexOffsets().values()) {
      indexes.add(expect(in.record(offset), McapRecord.MessageIndex.class));
    }
    return indexes.isEmpty() ? ChunkReader.index(chunk(chunk)) : indexes;
  }

  private ByteBuffer chunk(McapRecord.ChunkIndex index)
      throws IOException, MalformedRecordException, ChunkReader.UnsupportedException {
    ByteBuffer cached = cache.get(index.chunkStart());
    if (cached == null) {
      cached =
          ChunkReader.uncompressed(expect(in.record(index.chunkStart()), McapRecord.Chunk.class));
      cache.put(index.chunkStart(), cached);
    }
    return cached;
  }

  private static int toOffset(long offset) throws MalformedRecordException {
    if (offset < 0 || offset > McapLimits.MAX_CHUNK_BYTES) {
      throw new MalformedRecordException("an index points to byte " + offset + " of a chunk");
    }
    return (int) offset;
  }

  private static <T> T expect(McapRecord record, Class<T> type) throws MalformedRecordException {
    if (!type.isInstance(record)) {
      throw new MalformedRecordException(
          "the index points to a "
              + record.getClass().getSimpleName()
              + ", not a "
              + type.getSimpleName());
    }
    return type.cast(record);
  }

  private <T> T guard(Action<T> action) {
    try {
      return action.run();
    } catch (IOException e) {
      throw failed(file, e);
    } catch (MalformedRecordException e) {
      throw firstDamage(e.what()).toException(file);
    } catch (ChunkReader.UnsupportedException e) {
      String what = String.valueOf(e.getMessage());
      throw new Damage(Damage.Kind.UNSUPPORTED, 0, what).toException(file);
    }
  }

  /** Reads the file from its start, because that tells best where the damage begins. */
  private Damage firstDamage(String what) {
    try (McapStreamReader stream = McapStreamReader.open(file)) {
      while (stream.next().isPresent()) {
        continue;
      }
      return stream
          .damage()
          .orElse(new Damage(Damage.Kind.CORRUPT, stream.wholeBytes(), "the index: " + what));
    }
  }

  private static StropException failed(Path file, IOException e) {
    String what = "the file can't be read: " + e.getMessage() + ".";
    return new StropException(
        ErrorCode.IO, what, file.toString(), "check the disk and the file's rights.", e);
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw failed(file, e);
    }
  }
}
