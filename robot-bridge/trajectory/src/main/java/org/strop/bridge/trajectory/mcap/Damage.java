package org.strop.bridge.trajectory.mcap;

import java.nio.file.Path;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/**
 * Why a file could not be read to its end.
 *
 * @param kind what sort of damage
 * @param offset byte from the start of the file up to which everything is whole
 * @param what one clause, for example "the file ends inside a chunk"
 */
public record Damage(Kind kind, long offset, String what) {
  /** What sort of damage. */
  public enum Kind {
    /** The file ends too early: its writer was killed, or a copy was cut. */
    TRUNCATED,
    /** Bytes are not what they were, or never were an MCAP file. */
    CORRUPT,
    /** The file is whole, but uses what this reader does not support. */
    UNSUPPORTED
  }

  /** Returns an error that names the file and the byte. */
  public StropException toException(Path file) {
    String fix =
        switch (kind) {
          case TRUNCATED -> "copy the file again, or recover the part before that byte.";
          case CORRUPT -> "copy the file again from its source.";
          case UNSUPPORTED -> "convert it: mcap compress --compression zstd IN -o OUT.";
        };
    return new StropException(ErrorCode.CORRUPT_DATA, what + ".", file + ", byte " + offset, fix);
  }
}
