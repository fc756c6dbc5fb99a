package org.strop.launch.cli;

import picocli.CommandLine.Command;

/** {@code strop train}. */
@Command(name = "train", mixinStandardHelpOptions = true)
final class TrainCommand implements Runnable {
  @Override
  public void run() {
    throw new IllegalStateException("train");
  }
}
