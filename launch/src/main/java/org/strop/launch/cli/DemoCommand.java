package org.strop.launch.cli;

import picocli.CommandLine.Command;

/** {@code strop demo}. */
@Command(name = "demo", mixinStandardHelpOptions = true)
final class DemoCommand implements Runnable {
  @Override
  public void run() {
    throw new IllegalStateException("demo");
  }
}
