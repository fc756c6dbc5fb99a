package org.strop.ui.panel;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides, before anything else runs, whether a request may pass.
 *
 * <p>On a loopback bind the Host header must name this machine, so that a page elsewhere can't
 * reach the panel by pointing its own name here (DNS rebinding). With a token, every request must
 * carry it: as {@code Authorization: Bearer}, as the cookie, or once as {@code ?token=}, which sets
 * the cookie and leaves the address bar. Requests that change something must be JSON and, where a
 * browser says where they come from, come from the panel's own page.
 */
final class Gatekeeper {
  private static final String COOKIE = "strop_panel";
  private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  private final PanelConfig config;
  private final Replies replies;

  Gatekeeper(PanelConfig config, Replies replies) {
    this.config = config;
    this.replies = replies;
  }

  /** Answers and stops a request that may not pass; leaves any other alone. */
  void check(Context ctx) {
    if (!hostIsOurs(ctx)
        || !(config.token().isEmpty() || tokenFits(ctx, config.token().get()))
        || !(ctx.req().getMethod().equals("GET") || writeIsOurs(ctx))) {
      ctx.skipRemainingHandlers();
    }
  }

  private boolean hostIsOurs(Context ctx) {
    if (!config.loopback() || LOCAL_NAMES.contains(name(ctx.header("Host")))) {
      return true;
    }
    replies.problem(
        ctx,
        403,
        "the panel answers only under this machine's own name",
        "open http://localhost with the panel's port");
    return false;
  }

  private static String name(@Nullable String host) {
    return host == null ? "" : host.toLowerCase(Locale.ROOT).replaceFirst(":\\d+$", "");
  }

  private boolean tokenFits(Context ctx, String token) {
    String session = sessionOf(token);
    String bearer = Optional.ofNullable(ctx.header("Authorization")).orElse("");
    if (same(ctx.cookie(COOKIE), session) || same(bearer, "Bearer " + token)) {
      return true;
    }
    if (same(ctx.queryParam("token"), token) && ctx.req().getMethod().equals("GET")) {
      Cookie cookie = new Cookie(COOKIE, session);
      cookie.setHttpOnly(true);
      cookie.setSameSite(SameSite.STRICT);
      ctx.cookie(cookie);
      Optional<String> operator = Optional.ofNullable(ctx.queryParam("operator"));
      String rest =
          operator.filter(o -> o.matches("[A-Za-z0-9._-]+")).map(o -> "?operator=" + o).orElse("");
      ctx.status(303).header("Location", ctx.path() + rest);
      return false;
    }
    replies.problem(
        ctx,
        401,
        "this panel needs an access token",
        "open the address with ?token=TOKEN, or send the header Authorization: Bearer TOKEN");
    return false;
  }

  private boolean writeIsOurs(Context ctx) {
    String type = Optional.ofNullable(ctx.req().getContentType()).orElse("");
    if (!type.toLowerCase(Locale.ROOT).matches("application/json(;.*)?")) {
      replies.problem(ctx, 415, "the content type is '" + type + "'", "send application/json");
      return false;
    }
    if (!originIsOurs(ctx)) {
      replies.problem(ctx, 403, "the request comes from another site", "use the panel's own page");
      return false;
    }
    return true;
  }

  private static boolean originIsOurs(Context ctx) {
    String site = ctx.header("Sec-Fetch-Site");
    if (site != null && !Set.of("same-origin", "none").contains(site)) {
      return false;
    }
    String origin = ctx.header("Origin");
    if (origin == null) {
      return true;
    }
    try {
      String authority = URI.create(origin).getAuthority();
      return authority != null && authority.equalsIgnoreCase(ctx.header("Host"));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean same(@Nullable String given, String expected) {
    return given != null
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
  }

  /** The cookie's value: follows from the token, so that a restart logs nobody out. */
  private static String sessionOf(String token) {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      byte[] input = ("strop panel session " + token).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(hash.digest(input));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
