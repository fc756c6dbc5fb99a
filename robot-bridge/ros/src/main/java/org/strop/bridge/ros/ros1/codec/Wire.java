package org.strop.bridge.ros.ros1.codec;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Primitive fields of ROS 1 messages. Buffers are little-endian. Every length is checked against
 * the bytes that are really there before anything is allocated.
 */
final class Wire {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final long MAX_UINT32 = 0xFFFF_FFFFL;

  private Wire() {}

  static int sizeOf(String s) {
    int size = 4;
    for (int i = 0; i < s.length(); i++) {
      if (s.charAt(i) >= 0x80) {
        return 4 + s.getBytes(StandardCharsets.UTF_8).length;
      }
      size++;
    }
    return size;
  }

  static void putString(ByteBuffer out, String s) {
    int start = out.position();
    out.putInt(s.length());
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c >= 0x80) {
        out.position(start);
        byte[] utf8 = s.getBytes(StandardCharsets.UTF_8);
        out.putInt(utf8.length).put(utf8);
        return;
      }
      out.put((byte) c);
    }
  }

  static String getString(ByteBuffer in) {
    int n = getCount(in, 1);
    if (in.hasArray()) {
      int at = in.arrayOffset() + in.position();
      in.position(in.position() + n);
      return new String(in.array(), at, n, StandardCharsets.UTF_8);
    }
    byte[] utf8 = new byte[n];
    in.get(utf8);
    return new String(utf8, StandardCharsets.UTF_8);
  }

  /** Reads an array length and checks that as many elements can be there. */
  static int getCount(ByteBuffer in, int minElementBytes) {
    long n = in.getInt() & MAX_UINT32;
    if (n * minElementBytes > in.remaining()) {
      throw new BufferUnderflowException();
    }
    return (int) n;
  }

  static int sizeOfStrings(List<String> strings) {
    int size = 4;
    for (int i = 0; i < strings.size(); i++) {
      size += sizeOf(strings.get(i));
    }
    return size;
  }

  static void putStrings(ByteBuffer out, List<String> strings) {
    out.putInt(strings.size());
    for (int i = 0; i < strings.size(); i++) {
      putString(out, strings.get(i));
    }
  }

  static List<String> getStrings(ByteBuffer in) {
    return getList(in, 4, Wire::getString);
  }

  static int sizeOfDoubles(List<Double> values) {
    return 4 + 8 * values.size();
  }

  static void putDoubles(ByteBuffer out, List<Double> values) {
    out.putInt(values.size());
    for (int i = 0; i < values.size(); i++) {
      out.putDouble(values.get(i));
    }
  }

  static List<Double> getDoubles(ByteBuffer in) {
    Double[] values = new Double[getCount(in, 8)];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.getDouble();
    }
    return List.of(values);
  }

  static <E> List<E> getList(ByteBuffer in, int minElementBytes, Function<ByteBuffer, E> element) {
    int n = getCount(in, minElementBytes);
    List<E> list = new ArrayList<>(n);
    for (int i = 0; i < n; i++) {
      list.add(element.apply(in));
    }
    return list;
  }

  /** Puts a ROS {@code time}: unsigned seconds and nanoseconds. */
  static void putTime(ByteBuffer out, long nanos) {
    long seconds = nanos / NANOS_PER_SECOND;
    if (nanos < 0 || seconds > MAX_UINT32) {
      throw new IllegalArgumentException(
          "stamp is " + nanos + " ns, but ROS 1 holds 0 to 2^32 seconds");
    }
    out.putInt((int) seconds).putInt((int) (nanos % NANOS_PER_SECOND));
  }

  static long getTime(ByteBuffer in) {
    long seconds = in.getInt() & MAX_UINT32;
    return seconds * NANOS_PER_SECOND + (in.getInt() & MAX_UINT32);
  }

  /** Puts a ROS {@code duration}: signed seconds, nanoseconds in [0, 1e9). */
  static void putDuration(ByteBuffer out, long nanos) {
    out.putInt(Math.toIntExact(Math.floorDiv(nanos, NANOS_PER_SECOND)));
    out.putInt((int) Math.floorMod(nanos, NANOS_PER_SECOND));
  }

  static long getDuration(ByteBuffer in) {
    long seconds = in.getInt();
    return seconds * NANOS_PER_SECOND + in.getInt();
  }
}
