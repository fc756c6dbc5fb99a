package org.strop.launch.cli;

import picocli.CommandLine.Command;

/** {@code strop record}. */
@Command(name = "record", mixinStandardHelpOptions = true)
final class RecordCommand implements Runnable {
  @Override
  public void run() {
    throw new IllegalStateException("record");
  }
}
