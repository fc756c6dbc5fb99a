package org.strop.ui.panel;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.ui.store.Store;

/**
 * The panel's web server. It owns its port and threads, not the store.
 *
 * <p>Memory is bounded: few threads, small bodies, one episode per request in flight. Answers are
 * on the disk when they are acknowledged, so the process may die at any moment.
 */
public final class PanelServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PanelServer.class);
  private static final int MAX_THREADS = 24;
  private static final int MIN_THREADS = 4;
  private static final int IDLE_MS = 60_000;

  private final PanelConfig config;
  private final Javalin app;

  private PanelServer(PanelConfig config, Javalin app) {
    this.config = config;
    this.app = app;
  }

  /**
   * Starts a panel on the wall clock; see {@link #start(PanelConfig, Store, EpisodeSource, Clock)}.
   */
  public static PanelServer start(PanelConfig config, Store store, EpisodeSource episodes) {
    return start(config, store, episodes, Clock.systemUTC());
  }

  /**
   * Starts a panel; it answers when this returns.
   *
   * @param store where answers go; stays open when the panel closes
   * @param clock time of the answers, for their provenance only
   * @throws StropException CONFIG if others could reach it without a token, PORT_IN_USE if the port
   *     is taken, UNREACHABLE if the address is not this machine's
   */
  public static PanelServer start(
      PanelConfig config, Store store, EpisodeSource episodes, Clock clock) {
    refuseUnsafe(config);
    Replies replies = new Replies();
    PageFiles page = new PageFiles();
    Gatekeeper gate = new Gatekeeper(config, replies);
    Javalin app = Javalin.create(PanelServer::configure);
    app.before(ctx -> headers(ctx, page.policy()));
    app.before(gate::check);
    page.addTo(app);
    new LabelRoutes(store, episodes, clock, replies).addTo(app);
    new EpisodeRoutes(episodes, replies).addTo(app);
    failures(app, replies);
    bind(app, config);
    LOG.info("panel answers on port {}", app.port());
    return new PanelServer(config, app);
  }

  private static void refuseUnsafe(PanelConfig config) {
    List<StropException> found = new ArrayList<>();
    config.check(
        (key, what, fix) ->
            found.add(new StropException(ErrorCode.CONFIG, key + " " + what, "panel." + key, fix)));
    if (!found.isEmpty()) {
      throw found.get(0);
    }
  }

  private static void configure(JavalinConfig javalin) {
    javalin.showJavalinBanner = false;
    javalin.startupWatcherEnabled = false;
    javalin.jetty.threadPool = new QueuedThreadPool(MAX_THREADS, MIN_THREADS, IDLE_MS);
    javalin.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    javalin.http.defaultContentType = "application/json";
    javalin.http.maxRequestSize = Replies.MAX_BODY;
  }

  private static void headers(Context ctx, String policy) {
    ctx.header("Content-Security-Policy", policy)
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Frame-Options", "DENY")
        .header("Referrer-Policy", "no-referrer")
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .header("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
        .header("Cache-Control", "no-store");
  }

  private static void failures(Javalin app, Replies replies) {
    app.exception(
        StropException.class,
        (e, ctx) -> {
          LOG.warn("{} {} failed", ctx.req().getMethod(), ctx.path(), e);
          replies.json(ctx, 503, new Wire.Problem(e.what(), e.where(), e.fix(), null));
        });
    app.exception(
        RuntimeException.class,
        (e, ctx) -> {
          LOG.error("{} {} failed", ctx.req().getMethod(), ctx.path(), e);
          replies.problem(ctx, 500, "the panel failed: " + e, "try again, and report it");
        });
    app.error(
        404,
        ctx -> {
          if (!Replies.isProblem(ctx)) {
            replies.problem(ctx, 404, "there is nothing here", "open the panel at /");
          }
        });
  }

  private static void bind(Javalin app, PanelConfig config) {
    String address = config.host() + ":" + config.port();
    try {
      app.start(config.host(), config.port());
    } catch (JavalinBindException e) {
      app.stop();
      throw new StropException(
          ErrorCode.PORT_IN_USE,
          "the panel can't listen on " + address + ": the port is taken, or needs more rights",
          "panel.port",
          "stop the program that uses it, or choose another port (0 takes a free one)",
          e);
    } catch (RuntimeException e) {
      app.stop();
      throw new StropException(
          ErrorCode.UNREACHABLE,
          "the panel can't listen on " + address + ": " + e.getMessage(),
          "panel.host",
          "use 127.0.0.1, or an address of this machine",
          e);
    }
  }

  /** Returns the port that it listens on; the one taken where 0 was asked for. */
  public int port() {
    return app.port();
  }

  /** Returns the page's address, without the token. */
  public String url() {
    String host = config.host().matches("0\\.0\\.0\\.0|::|\\[::\\]") ? "localhost" : config.host();
    String bracketed = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    return "http://" + bracketed + ":" + port() + "/";
  }

  /** Stops answering and frees the port; answers in flight are finished. */
  @Override
  public void close() {
    app.stop();
  }
}
