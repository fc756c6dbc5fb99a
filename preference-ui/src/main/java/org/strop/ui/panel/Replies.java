package org.strop.ui.panel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.strop.ui.StrictJson;

/** Reads request bodies and writes replies, all JSON, with a limit on what is read. */
final class Replies {
  /** Largest request body, bytes; the largest answer has under 1,000. */
  static final int MAX_BODY = 16_384;

  private static final String PROBLEM = "strop.problem";

  private final JsonMapper mapper = StrictJson.mapper();

  /**
   * Reads the body of a request, at most {@value #MAX_BODY} bytes of it.
   *
   * @return empty when it is too large or wrong; the reply is written then
   */
  <T> Optional<T> body(Context ctx, Class<T> type) {
    try {
      byte[] bytes = ctx.bodyInputStream().readNBytes(MAX_BODY + 1);
      if (bytes.length > MAX_BODY) {
        problem(ctx, 413, "the body is above " + MAX_BODY + " bytes", "send one answer at a time");
        return Optional.empty();
      }
      Optional<T> body = Optional.ofNullable(mapper.readValue(bytes, type));
      if (body.isEmpty()) {
        problem(ctx, 400, "the body is null", "send a JSON object");
      }
      return body;
    } catch (JsonProcessingException e) {
      Throwable cause = e.getCause() instanceof IllegalArgumentException c ? c : null;
      String what = cause == null ? e.getOriginalMessage() : String.valueOf(cause.getMessage());
      problem(ctx, 400, what, "send the keys and values that the panel's README lists");
    } catch (IOException e) {
      problem(ctx, 400, "the body did not arrive: " + e.getMessage(), "send it again");
    }
    return Optional.empty();
  }

  /** Writes a value. */
  void json(Context ctx, int status, Object value) {
    try {
      ctx.status(status).contentType("application/json").result(mapper.writeValueAsBytes(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of ours is not JSON", e);
    }
  }

  /** Writes a problem of this request. */
  void problem(Context ctx, int status, String what, String fix) {
    problem(ctx, status, what, fix, null);
  }

  /** Writes a problem of this request, with the word that {@code error} shall hold. */
  void problem(Context ctx, int status, String what, String fix, @Nullable String error) {
    ctx.attribute(PROBLEM, true);
    String where = ctx.req().getMethod() + " " + ctx.path();
    json(ctx, status, new Wire.Problem(what, where, fix, error));
  }

  /** Returns whether the reply tells a problem already. */
  static boolean isProblem(Context ctx) {
    return ctx.attribute(PROBLEM) != null;
  }
}
