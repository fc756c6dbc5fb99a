package org.strop.launch.cli;

import java.io.PrintWriter;
import java.util.function.Supplier;
import org.strop.launch.progress.ProgressBar;
import org.strop.launch.run.JsonLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code --json}, and where words go: results on standard output, or, with {@code --json}, one JSON
 * object as its last line and all words on standard error.
 */
final class Console {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(names = "--json", description = "Print one JSON object as the last line.")
  private boolean json;

  /** Returns where progress and remarks go. */
  PrintWriter err() {
    return spec.commandLine().getErr();
  }

  /** Returns where results for people go. */
  PrintWriter words() {
    return json ? err() : spec.commandLine().getOut();
  }

  /** Says something on the way, on standard error. */
  void say(String format, Object... values) {
    err().println(String.format(java.util.Locale.ROOT, format, values));
  }

  /** Prints the result as one JSON line, where that was asked for. */
  void result(Supplier<Object> result) {
    if (json) {
      spec.commandLine().getOut().println(JsonLine.of(result.get()));
    }
  }

  /** Returns a progress bar on standard error. */
  ProgressBar bar(String title, String unit, long total) {
    return new ProgressBar(err(), title, unit, total);
  }
}
