package org.strop.launch.cli;

import picocli.CommandLine.Command;

/** {@code strop sim}. */
@Command(name = "sim", mixinStandardHelpOptions = true)
final class SimCommand implements Runnable {
  @Override
  public void run() {
    throw new IllegalStateException("sim");
  }
}
