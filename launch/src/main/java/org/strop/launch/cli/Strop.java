package org.strop.launch.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program: {@code strop VERB ...}. */
@Command(
    name = "strop",
    mixinStandardHelpOptions = true,
    version = "strop 0.1.0",
    description = {
      "Takes a robot policy that works, and refines it until people like how it works.",
      ""
    },
    subcommands = {
      DemoCommand.class,
      SimCommand.class,
      RecordCommand.class,
      TrainCommand.class,
      LabelCommand.class,
      RewardCommand.class,
      FinetuneCommand.class,
      EvalCommand.class,
      ReproduceCommand.class,
      BenchCommand.class,
      DoctorCommand.class
    },
    footerHeading = "%nExamples:%n",
    footer = {"  strop demo", "  strop doctor"})
public final class Strop implements Runnable {
  @Spec private CommandSpec spec;

  /** Runs the program and exits: 0 done, 1 failed, 2 usage or configuration, 3 robot fault. */
  public static void main(String[] args) {
    System.exit(
        execute(new PrintWriter(System.out, true), new PrintWriter(System.err, true), args));
  }

  /** Runs one command line and returns its exit code. */
  public static int execute(PrintWriter out, PrintWriter err, String... args) {
    return new CommandLine(new Strop())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setExecutionExceptionHandler(Failures::report)
        .setParameterExceptionHandler(Failures::usage)
        .execute(args);
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getErr());
    throw new CommandLine.ParameterException(spec.commandLine(), "Which verb?");
  }
}
