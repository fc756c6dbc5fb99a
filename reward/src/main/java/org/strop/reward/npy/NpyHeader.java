package org.strop.reward.npy;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of an array file: kind of element, order, shape.
 *
 * <p>NumPy writes a Python dictionary literal; only its three documented keys are accepted, by
 * pattern: nothing is evaluated.
 *
 * @param type kind of element
 * @param bigEndian order of the bytes of an element
 * @param shape lengths; empty for a scalar
 * @param count product of the lengths
 */
@SuppressWarnings("ArrayRecordComponent") // package-private carrier, never compared
record NpyHeader(NpyType type, boolean bigEndian, int[] shape, long count) {
  private static final int MAX_RANK = 16;
  private static final Pattern DESCR =
      Pattern.compile("['\"]descr['\"]\\s*:\\s*['\"]([<>|=]?)([A-Za-z?]\\d*)['\"]");
  private static final Pattern ORDER =
      Pattern.compile("['\"]fortran_order['\"]\\s*:\\s*(True|False)");
  private static final Pattern SHAPE =
      Pattern.compile("['\"]shape['\"]\\s*:\\s*\\(([0-9,\\sL]*)\\)");

  /**
   * Parses the text of a header.
   *
   * @throws NpyFormatException if a key is missing or holds what is not supported; names it
   */
  static NpyHeader parse(String text) throws NpyFormatException {
    Matcher descr = require(DESCR, text, "descr (kind of element)");
    Matcher order = require(ORDER, text, "fortran_order");
    Matcher shape = require(SHAPE, text, "shape");
    if (order.group(1).equals("True")) {
      throw new NpyFormatException(
          "is in Fortran order, but C order is needed", "save it with numpy.ascontiguousarray");
    }
    int[] lengths = lengths(shape.group(1));
    long count = 1;
    for (int length : lengths) {
      // No overflow: lengths are ints and the running product is kept below 2³¹.
      count *= length;
      if (count > Integer.MAX_VALUE) {
        throw new NpyFormatException(
            "has shape " + Arrays.toString(lengths) + ", more values than an array can hold",
            "split it");
      }
    }
    return new NpyHeader(NpyType.of(descr.group(2)), descr.group(1).equals(">"), lengths, count);
  }

  private static Matcher require(Pattern pattern, String text, String key)
      throws NpyFormatException {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      String shown = text.length() > 120 ? text.substring(0, 120) + "..." : text.strip();
      throw new NpyFormatException(
          "has a header without a usable " + key + ": " + shown, "save it with numpy.save");
    }
    return matcher;
  }

  private static int[] lengths(String text) throws NpyFormatException {
    String[] parts = text.replace("L", "").strip().split("\\s*,\\s*", -1);
    int rank = parts[parts.length - 1].isEmpty() ? parts.length - 1 : parts.length;
    if (rank > MAX_RANK) {
      throw new NpyFormatException(
          "has " + rank + " dimensions, at most " + MAX_RANK, "flatten it");
    }
    int[] lengths = new int[rank];
    for (int i = 0; i < rank; i++) {
      try {
        lengths[i] = Integer.parseInt(parts[i].strip());
      } catch (NumberFormatException e) {
        throw new NpyFormatException(
            "has shape (" + text + "), which is not a list of lengths", "save it with numpy.save");
      }
    }
    return lengths;
  }
}
