package org.strop.reward.npy;

import java.nio.ByteBuffer;

/** Kinds of element that are read, by NumPy's type code. */
enum NpyType {
  FLOAT32("f4", 4) {
    @Override
    double next(ByteBuffer in) {
      return in.getFloat();
    }
  },
  FLOAT64("f8", 8) {
    @Override
    double next(ByteBuffer in) {
      return in.getDouble();
    }
  },
  INT32("i4", 4) {
    @Override
    double next(ByteBuffer in) {
      return in.getInt();
    }
  },
  INT64("i8", 8) {
    @Override
    double next(ByteBuffer in) {
      return in.getLong();
    }
  },
  UINT8("u1", 1) {
    @Override
    double next(ByteBuffer in) {
      return in.get() & 0xff;
    }
  },
  BOOL("b1", 1) {
    @Override
    double next(ByteBuffer in) {
      return in.get() == 0 ? 0 : 1;
    }
  };

  private final String code;
  private final int bytes;

  NpyType(String code, int bytes) {
    this.code = code;
    this.bytes = bytes;
  }

  /** Returns the bytes of an element. */
  int bytes() {
    return bytes;
  }

  /** Returns the next element of {@code in}, whose position moves. */
  abstract double next(ByteBuffer in);

  static NpyType of(String code) throws NpyFormatException {
    for (NpyType type : values()) {
      if (type.code.equals(code)) {
        return type;
      }
    }
    throw new NpyFormatException(
        "holds elements of kind '" + code + "', but f4, f8, i4, i8, u1 and b1 are read",
        "convert it with astype('float64')");
  }
}
