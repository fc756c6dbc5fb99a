package org.strop.launch.cli;

import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/** Checks options that count something. */
final class CountOption {
  private CountOption() {}

  static void atLeastOne(String option, long value) {
    if (value < 1) {
      throw new StropException(
          ErrorCode.USAGE,
          option.substring(2) + " is " + value + ", but must be at least 1.",
          "option " + option,
          "ask for at least one.");
    }
  }
}
