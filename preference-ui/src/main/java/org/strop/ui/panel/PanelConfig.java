package org.strop.ui.panel;

import java.util.Optional;
import java.util.Set;
import org.strop.configs.Bounds;
import org.strop.configs.SelfChecking;

/**
 * Where the panel listens, and who may use it.
 *
 * @param host address to bind: {@code 127.0.0.1} (this machine only) unless others shall use it
 * @param port TCP port, 0 to 65535; 0 takes a free one, see {@link PanelServer#port()}
 * @param token access token, at least {@value #MIN_TOKEN} characters; needed when host is not this
 *     machine only, and asked of everyone when given
 */
public record PanelConfig(
    String host, @Bounds(min = 0, max = 65535) int port, Optional<String> token)
    implements SelfChecking {
  /** Shortest token accepted: 16 random letters and digits can't be guessed over a network. */
  public static final int MIN_TOKEN = 16;

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

  /** Returns a configuration for this machine only. */
  public static PanelConfig local(int port) {
    return new PanelConfig("127.0.0.1", port, Optional.empty());
  }

  /** Returns whether only this machine can reach the panel. */
  public boolean loopback() {
    return LOOPBACK.contains(host);
  }

  @Override
  public void check(Problems problems) {
    if (token.isPresent() && !token.get().matches("[A-Za-z0-9._~-]{" + MIN_TOKEN + ",200}")) {
      problems.add(
          "token",
          "must be " + MIN_TOKEN + " to 200 letters, digits, dots, dashes, underscores",
          "make one with: openssl rand -hex 16");
    }
    if (token.isEmpty() && !loopback()) {
      problems.add(
          "token",
          "is missing, but host " + host + " lets other machines in",
          "set a token of at least " + MIN_TOKEN + " characters, or host to 127.0.0.1");
    }
  }
}
