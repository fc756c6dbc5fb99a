package org.strop.launch.cli;

import picocli.CommandLine.Command;

/** {@code strop finetune}. */
@Command(name = "finetune", mixinStandardHelpOptions = true)
final class FinetuneCommand implements Runnable {
  @Override
  public void run() {
    throw new IllegalStateException("finetune");
  }
}
