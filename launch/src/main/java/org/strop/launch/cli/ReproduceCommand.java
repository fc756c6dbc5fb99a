package org.strop.launch.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code strop reproduce}: published results, and ours beside them; one file a subcommand. */
@Command(
    name = "reproduce",
    mixinStandardHelpOptions = true,
    description = {"Reproduces published results, and sets ours beside them.", ""},
    subcommands = {
      ReproduceKnoxCommand.class,
      ReproduceWorldsCommand.class,
      ReproduceCplCommand.class
    },
    footerHeading = "%nWith --json: see strop reproduce NAME --help.%n%nExamples:%n",
    footer = {
      "  strop reproduce knox --data ../shared/data/knox-delivery",
      "  strop reproduce worlds --json"
    })
final class ReproduceCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getErr());
    throw new CommandLine.ParameterException(spec.commandLine(), "Reproduce what?");
  }
}
