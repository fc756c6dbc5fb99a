package org.strop.launch.cli;

import picocli.CommandLine.Command;

/** {@code strop eval}. */
@Command(name = "eval", mixinStandardHelpOptions = true)
final class EvalCommand implements Runnable {
  @Override
  public void run() {
    throw new IllegalStateException("eval");
  }
}
