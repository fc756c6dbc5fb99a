package org.strop.launch.cli;

import picocli.CommandLine.Command;

/** {@code strop label}. */
@Command(name = "label", mixinStandardHelpOptions = true)
final class LabelCommand implements Runnable {
  @Override
  public void run() {
    throw new IllegalStateException("label");
  }
}
