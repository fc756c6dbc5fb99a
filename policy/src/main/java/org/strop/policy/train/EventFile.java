package org.strop.policy.train;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.CRC32C;

/**
 * A TensorBoard event file with scalars.
 *
 * <p>Records: length (8 bytes, little-endian), masked CRC-32C of the length, data, masked CRC-32C
 * of the data. Data: the message {@code Event} of TensorFlow: wall_time = 1 (double), step = 2
 * (int64), file_version = 3 (string), summary = 5; {@code Summary} has value = 1 with tag = 1,
 * simple_value = 2 (float). Wall times are left at 0: equal runs give equal files; TensorBoard
 * plots over steps.
 */
final class EventFile implements AutoCloseable {
  private static final int WIRE_FIXED64 = 1;
  private static final int WIRE_BYTES = 2;
  private static final int WIRE_FIXED32 = 5;

  private final OutputStream out;

  private EventFile(OutputStream out) {
    this.out = out;
  }

  /** Creates the file of a sitting that starts after a number of steps. */
  static EventFile create(Path folder, long stepsDone) throws IOException {
    String name = String.format(Locale.ROOT, "events.out.tfevents.%010d.strop", stepsDone);
    EventFile file =
        new EventFile(new BufferedOutputStream(Files.newOutputStream(folder.resolve(name))));
    ByteArrayOutputStream event = new ByteArrayOutputStream();
    wallTime(event);
    bytes(event, 3, "brain.Event:2".getBytes(StandardCharsets.UTF_8));
    file.record(event.toByteArray());
    return file;
  }

  /** Appends one scalar. */
  void scalar(long step, String tag, double value) throws IOException {
    ByteArrayOutputStream entry = new ByteArrayOutputStream();
    bytes(entry, 1, tag.getBytes(StandardCharsets.UTF_8));
    key(entry, 2, WIRE_FIXED32);
    entry.writeBytes(little(4).putFloat((float) value).array());
    ByteArrayOutputStream summary = new ByteArrayOutputStream();
    bytes(summary, 1, entry.toByteArray());
    ByteArrayOutputStream event = new ByteArrayOutputStream();
    wallTime(event);
    key(event, 2, 0);
    varint(event, step);
    bytes(event, 5, summary.toByteArray());
    record(event.toByteArray());
  }

  private static void wallTime(ByteArrayOutputStream event) {
    key(event, 1, WIRE_FIXED64);
    event.writeBytes(little(8).putDouble(0).array());
  }

  private void record(byte[] data) throws IOException {
    byte[] length = little(8).putLong(data.length).array();
    out.write(length);
    out.write(little(4).putInt(maskedCrc(length)).array());
    out.write(data);
    out.write(little(4).putInt(maskedCrc(data)).array());
  }

  /** CRC rotated right by 15 bits plus a constant, as TensorFlow's record format has it. */
  static int maskedCrc(byte[] data) {
    CRC32C crc = new CRC32C();
    crc.update(data);
    return Integer.rotateRight((int) crc.getValue(), 15) + 0xA282EAD8;
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void bytes(ByteArrayOutputStream out, int field, byte[] content) {
    key(out, field, WIRE_BYTES);
    varint(out, content.length);
    out.writeBytes(content);
  }

  private static void key(ByteArrayOutputStream out, int field, int wire) {
    varint(out, (long) field << 3 | wire);
  }

  private static void varint(ByteArrayOutputStream out, long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
