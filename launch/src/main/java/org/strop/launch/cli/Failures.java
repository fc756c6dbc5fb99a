package org.strop.launch.cli;

import java.io.PrintWriter;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.strop.configs.StropException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells failures in one message, and their exit codes. */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  /** A verb failed: what, where, how to mend it; anything that we did not foresee is our bug. */
  static int report(Exception failure, CommandLine command, ParseResult result) {
    PrintWriter err = command.getErr();
    if (failure instanceof StropException known) {
      err.println("strop: " + known.getMessage());
      LOG.debug("cause", known);
      return known.code().exitCode();
    }
    err.println("strop: " + failure);
    err.println(
        "  where: strop " + command.getCommandName() + ", unforeseen: this is a bug of ours");
    err.println("  fix:   report it with the lines below");
    failure.printStackTrace(err);
    return 1;
  }

  /** The command line was wrong: what, what comes close, and where to read on. */
  static int usage(ParameterException failure, String[] args) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("strop: " + failure.getMessage());
    if (failure instanceof UnmatchedArgumentException unmatched) {
      List<String> close = unmatched.getSuggestions();
      if (!close.isEmpty()) {
        err.println(
            "  did you mean: " + String.join(", ", close.subList(0, Math.min(3, close.size()))));
      }
    }
    err.println("  where: the command line: strop " + String.join(" ", args));
    err.println("  fix:   see " + command.getCommandSpec().qualifiedName() + " --help");
    return 2;
  }
}
