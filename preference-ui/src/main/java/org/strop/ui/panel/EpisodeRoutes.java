package org.strop.ui.panel;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;
import org.strop.bridge.trajectory.Trajectory;

/** The part of the HTTP interface that shows attempts. */
final class EpisodeRoutes {
  private final EpisodeSource episodes;
  private final Replies replies;

  EpisodeRoutes(EpisodeSource episodes, Replies replies) {
    this.episodes = episodes;
    this.replies = replies;
  }

  void addTo(Javalin app) {
    app.get(
        "/api/episodes", ctx -> replies.json(ctx, 200, Wire.EpisodeLine.all(episodes.episodes())));
    app.get("/api/episodes/{id}/replay", this::replay);
  }

  private void replay(Context ctx) throws IOException {
    Optional<Trajectory> episode = episodes.find(ctx.pathParam("id"));
    if (episode.isEmpty()) {
      replies.problem(
          ctx, 404, "there is no episode " + ctx.pathParam("id"), "use an id of GET /api/episodes");
      return;
    }
    ctx.contentType("application/json");
    ReplayJson.write(episode.get(), ctx.outputStream());
  }
}
