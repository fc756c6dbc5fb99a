package org.strop.reward.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The windows that show every row of some episodes to an encoder once with the history that counts.
 *
 * <p>Of each phase of the stride, an episode's tokens are one sequence. Where it is longer than the
 * context, windows slide by half of it and only the newer half of each later one is kept, so a row
 * has at least half a context behind it.
 *
 * @param rows of a window, in the order of time; −1 where it ends early
 * @param keepFrom first place whose output is kept
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one pass, never compared
record Windows(int[] rows, int keepFrom) {

  /** Returns the windows of an encoder over all rows of some episodes. */
  static List<Windows> of(EncoderConfig encoder, List<Span> episodes) {
    List<Windows> windows = new ArrayList<>();
    for (Span episode : episodes) {
      if (encoder instanceof EncoderConfig.Transformer t) {
        for (int phase = 0; phase < Math.min(t.stride(), episode.length()); phase++) {
          addSequence(episode, phase, t.stride(), t.context(), windows);
        }
      } else {
        for (int row = episode.from(); row < episode.to(); row++) {
          windows.add(new Windows(new int[] {row}, 0));
        }
      }
    }
    return windows;
  }

  private static void addSequence(
      Span episode, int phase, int stride, int context, List<Windows> out) {
    int tokens = (episode.length() - 1 - phase) / stride + 1;
    int slide = Math.max(1, context / 2);
    int done = 0;
    for (int start = 0; done < tokens; start += slide) {
      int[] rows = new int[context];
      Arrays.fill(rows, -1);
      int end = Math.min(tokens, start + context);
      for (int k = start; k < end; k++) {
        rows[k - start] = episode.from() + phase + k * stride;
      }
      out.add(new Windows(rows, done - start));
      done = end;
    }
  }
}
