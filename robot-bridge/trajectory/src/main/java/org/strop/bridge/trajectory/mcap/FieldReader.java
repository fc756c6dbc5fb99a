package org.strop.bridge.trajectory.mcap;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the fields of a record, little-endian, and refuses to read past its end. */
final class FieldReader {
  private final ByteBuffer in;

  FieldReader(ByteBuffer content) {
    this.in = content.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }

  boolean hasMore() {
    return in.hasRemaining();
  }

  int u8() throws MalformedRecordException {
    need(1);
    return in.get() & 0xff;
  }

  int u16() throws MalformedRecordException {
    need(2);
    return in.getShort() & 0xffff;
  }

  int i32() throws MalformedRecordException {
    need(4);
    return in.getInt();
  }

  long u32() throws MalformedRecordException {
    return i32() & 0xffff_ffffL;
  }

  long u64() throws MalformedRecordException {
    need(8);
    return in.getLong();
  }

  String string() throws MalformedRecordException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes(u32())).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedRecordException("a string is not UTF-8", e);
    }
  }

  /** Returns the next bytes, as a view. */
  ByteBuffer bytes(long length) throws MalformedRecordException {
    need(length);
    ByteBuffer slice = in.slice(in.position(), (int) length);
    in.position(in.position() + (int) length);
    return slice.asReadOnlyBuffer();
  }

  /** Returns all bytes that are left, as a view. */
  ByteBuffer rest() throws MalformedRecordException {
    return bytes(in.remaining());
  }

  /** Returns the fields of an array or map: a byte length, then that many bytes. */
  FieldReader block() throws MalformedRecordException {
    return new FieldReader(bytes(u32()));
  }

  Map<String, String> stringMap() throws MalformedRecordException {
    FieldReader block = block();
    Map<String, String> map = new LinkedHashMap<>();
    while (block.hasMore()) {
      map.put(block.string(), block.string());
    }
    return Collections.unmodifiableMap(map);
  }

  Map<Integer, Long> idMap() throws MalformedRecordException {
    FieldReader block = block();
    Map<Integer, Long> map = new LinkedHashMap<>();
    while (block.hasMore()) {
      map.put(block.u16(), block.u64());
    }
    return Collections.unmodifiableMap(map);
  }

  private void need(long bytes) throws MalformedRecordException {
    if (bytes < 0 || bytes > in.remaining()) {
      throw new MalformedRecordException(
          "a field of " + bytes + " bytes does not fit the " + in.remaining() + " that are left");
    }
  }
}
