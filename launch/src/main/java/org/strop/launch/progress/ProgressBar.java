package org.strop.launch.progress;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Shows long work on standard error: a bar with rate and time left on a terminal, else a line every
 * five seconds. Thread-safe.
 */
public final class ProgressBar implements AutoCloseable {
  private static final long NANOS = 1_000_000_000L;
  private static final int WIDTH = 24;

  private final PrintWriter err;
  private final String title;
  private final String unit;
  private final long total;
  private final boolean terminal;
  private final LongSupplier clock;
  private final long start;
  private long first = -1;
  private long done;
  private long lastShown;
  private String note = "";

  /**
   * Creates a bar.
   *
   * @param unit what is counted, for example {@code steps}
   * @param total how many there will be, at least 1
   */
  public ProgressBar(PrintWriter err, String title, String unit, long total) {
    this(err, title, unit, total, System.console() != null, System::nanoTime);
  }

  ProgressBar(
      PrintWriter err,
      String title,
      String unit,
      long total,
      boolean terminal,
      LongSupplier clock) {
    this.err = err;
    this.title = title;
    this.unit = unit;
    this.total = Math.max(1, total);
    this.terminal = terminal;
    this.clock = clock;
    this.start = clock.getAsLong();
    this.lastShown = start;
  }

  /** Says how much is done; what the first call says was there before (after a resume). */
  public synchronized void at(long now, String words) {
    if (first < 0) {
      first = now;
    }
    done = now;
    note = words;
    long time = clock.getAsLong();
    if (time - lastShown > (terminal ? NANOS / 10 : 5 * NANOS)) {
      lastShown = time;
      show(terminal ? "\r" : "", terminal ? "" : "\n");
    }
  }

  /** Shows the last state and ends the line. */
  @Override
  public synchronized void close() {
    show(terminal ? "\r" : "", "\n");
  }

  private void show(String before, String after) {
    err.print(before + line() + after);
    err.flush();
  }

  /** Returns the line as it is shown. */
  String line() {
    double seconds = (clock.getAsLong() - start) / (double) NANOS;
    double rate = seconds > 0 ? (done - Math.max(0, first)) / seconds : 0;
    int filled = (int) (WIDTH * Math.min(done, total) / total);
    String left = rate > 0 && done < total ? time((total - done) / rate) + " left" : time(seconds);
    return String.format(
        Locale.ROOT,
        "  %-22s [%s%s] %d/%d %s, %.3g/s, %s%s   ",
        title,
        "#".repeat(filled),
        "-".repeat(WIDTH - filled),
        done,
        total,
        unit,
        rate,
        left,
        note.isEmpty() ? "" : ", " + note);
  }

  private static String time(double seconds) {
    long s = Math.round(seconds);
    return s < 60 ? s + " s" : s / 60 + " min " + s % 60 + " s";
  }
}
