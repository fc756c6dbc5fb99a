package org.strop.launch.cli;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import picocli.CommandLine.Option;

/** {@code --master URI}: which ROS graph. */
final class RosOption {
  private static final String USUAL = "http://127.0.0.1:11311";

  @Option(
      names = "--master",
      paramLabel = "URI",
      description = "ROS master; ROS_MASTER_URI or " + USUAL + " where left out.")
  private @Nullable String master;

  /** Returns the master's address. */
  URI master() {
    String text =
        Optional.ofNullable(master)
            .or(() -> Optional.ofNullable(System.getenv("ROS_MASTER_URI")))
            .orElse(USUAL);
    try {
      URI uri = URI.create(text);
      if ("http".equals(uri.getScheme()) && uri.getHost() != null && uri.getPort() > 0) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // told below, as any other address that is not one
    }
    throw new StropException(
        ErrorCode.USAGE,
        "'" + text + "' is not the address of a ROS master",
        "--master or ROS_MASTER_URI",
        "give it as http://HOST:PORT, for example " + USUAL);
  }
}
