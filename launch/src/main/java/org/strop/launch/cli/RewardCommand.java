package org.strop.launch.cli;

import picocli.CommandLine.Command;

/** {@code strop reward}. */
@Command(name = "reward", mixinStandardHelpOptions = true)
final class RewardCommand implements Runnable {
  @Override
  public void run() {
    throw new IllegalStateException("reward");
  }
}
