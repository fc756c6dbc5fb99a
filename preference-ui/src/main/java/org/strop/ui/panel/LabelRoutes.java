package org.strop.ui.panel;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.strop.bridge.trajectory.Provenance;
import org.strop.bridge.trajectory.SegmentRef;
import org.strop.ui.store.Progress;
import org.strop.ui.store.Query;
import org.strop.ui.store.Receipt;
import org.strop.ui.store.Receipt.Refused;
import org.strop.ui.store.Receipt.Saved;
import org.strop.ui.store.Receipt.Undone;
import org.strop.ui.store.Store;

/** The part of the HTTP interface that asks, and takes answers. */
final class LabelRoutes {
  private final Store store;
  private final EpisodeSource episodes;
  private final Clock clock;
  private final Replies replies;

  LabelRoutes(Store store, EpisodeSource episodes, Clock clock, Replies replies) {
    this.store = store;
    this.episodes = episodes;
    this.clock = clock;
    this.replies = replies;
  }

  void addTo(Javalin app) {
    app.get("/api/next", ctx -> operator(ctx).ifPresent(who -> next(ctx, who)));
    app.get("/api/progress", ctx -> operator(ctx).ifPresent(who -> progress(ctx, who)));
    app.post("/api/choices", this::choice);
    app.post("/api/scores", this::score);
    app.post("/api/undo", this::undo);
  }

  private Optional<String> operator(Context ctx) {
    String operator = ctx.queryParam("operator");
    try {
      Rules.operator(operator);
      return Optional.ofNullable(operator);
    } catch (IllegalArgumentException e) {
      replies.problem(ctx, 400, String.valueOf(e.getMessage()), "add ?operator=NAME");
      return Optional.empty();
    }
  }

  private void next(Context ctx, String operator) {
    Optional<Query> next = store.next(operator);
    if (next.isEmpty()) {
      ctx.status(204);
      return;
    }
    Query query = next.get();
    Progress progress = store.progress(operator);
    Map<String, Wire.Given> scores = new TreeMap<>();
    for (String id : new String[] {query.first().episodeId(), query.second().episodeId()}) {
      whole(id)
          .flatMap(segment -> store.score(operator, segment))
          .ifPresent(s -> scores.put(id, new Wire.Given(s.score(), s.causes())));
    }
    replies.json(
        ctx,
        200,
        new Wire.NextBody(
            query.queryId(),
            Wire.Span.of(query.first()),
            Wire.Span.of(query.second()),
            scores,
            progress.done(),
            progress.total()));
  }

  private void progress(Context ctx, String operator) {
    replies.json(ctx, 200, store.progress(operator));
  }

  private void choice(Context ctx) {
    replies
        .body(ctx, Wire.ChoiceBody.class)
        .ifPresent(
            b -> {
              Provenance by = provenance(b.kind(), b.operator(), b.responseMs());
              reply(ctx, store.addChoice(b.queryId(), b.choice(), by, orEmpty(b.nonce())));
            });
  }

  private void score(Context ctx) {
    replies.body(ctx, Wire.ScoreBody.class).ifPresent(body -> score(ctx, body));
  }

  private void score(Context ctx, Wire.ScoreBody b) {
    Optional<SegmentRef> whole = whole(b.episodeId());
    if (whole.isEmpty()) {
      replies.problem(
          ctx, 404, "there is no episode " + b.episodeId(), "use an id of GET /api/episodes");
      return;
    }
    Provenance by = provenance(b.kind(), b.operator(), b.responseMs());
    reply(ctx, store.addScore(whole.get(), b.score(), b.causes(), by, orEmpty(b.nonce())));
  }

  private Optional<SegmentRef> whole(String episodeId) {
    return episodes.summary(episodeId).map(s -> new SegmentRef(episodeId, 0, s.steps()));
  }

  private void undo(Context ctx) {
    replies
        .body(ctx, Wire.UndoBody.class)
        .ifPresent(
            b -> {
              Wire.Kind kind = b.kind() == null ? Wire.Kind.PERSON : b.kind();
              reply(ctx, store.undo(provenance(kind, b.operator(), -1), orEmpty(b.nonce())));
            });
  }

  private Provenance provenance(Wire.Kind kind, String operator, long responseMs) {
    String word = kind.name().toLowerCase(Locale.ROOT);
    return new Provenance(word, operator, clock.millis(), responseMs, 1);
  }

  private static String orEmpty(@Nullable String nonce) {
    return nonce == null ? "" : nonce;
  }

  private void reply(Context ctx, Receipt receipt) {
    if (receipt instanceof Saved saved) {
      replies.json(ctx, 201, new Wire.SavedBody(saved.labelId()));
    } else if (receipt instanceof Undone undone) {
      replies.json(ctx, 200, new Wire.UndoneBody(undone.labelId()));
    } else if (receipt instanceof Refused refused) {
      int status = refused.reason() == Receipt.Reason.UNKNOWN_QUERY ? 404 : 409;
      replies.problem(ctx, status, refused.what(), refused.fix(), refused.what());
    }
  }
}
