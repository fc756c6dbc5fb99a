package org.strop.launch.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
  private long nanos;
  private final StringWriter shown = new StringWriter();

  private ProgressBar bar(long total) {
    return new ProgressBar(new PrintWriter(shown), "train", "steps", total, false, () -> nanos);
  }

  @Test
  void rateAndTimeLeftCountOnlyWhatThisProcessDid() {
    try (ProgressBar bar = bar(100)) {
      bar.at(50, "");
      nanos = 10_000_000_000L;
      bar.at(60, "loss 0.1");
      assertThat(bar.line()).contains("60/100 steps", "1.00/s", "40 s left", "loss 0.1");
    }
  }

  @Test
  void withoutATerminalItShowsALineEveryFiveSeconds() {
    try (ProgressBar bar = bar(10)) {
      bar.at(1, "");
      nanos = 6_000_000_000L;
      bar.at(2, "");
      bar.at(3, "");
    }
    assertThat(shown.toString().lines()).hasSize(2);
  }
}
