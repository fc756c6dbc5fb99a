package org.strop.launch.progress;

/** Opens progress bars. */
@FunctionalInterface
public interface Bars {
  /**
   * Opens a bar; the caller closes it.
   *
   * @param unit what is counted
   * @param total how many there will be
   */
  ProgressBar open(String title, String unit, long total);
}
