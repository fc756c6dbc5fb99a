package org.strop.reward.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.PreferenceLabel;
import org.strop.bridge.trajectory.ScoreLabel;
import org.strop.bridge.trajectory.SegmentRef;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.policy.nn.Seeds;
import org.strop.reward.features.FeatureScaling;
import org.strop.reward.features.StepFeatures;
import org.strop.reward.label.LabelSource;

/**
 * Trajectories and their labels as one table of rows with targets, and which episodes each target
 * touches.
 */
final class LabeledEpisodes {
  /** Scores are 0 to 9. */
  static final double TOP_SCORE = 9;

  private final List<Trajectory> trajectories;
  private final Map<String, Integer> indexById = new HashMap<>();
  private final int[] firstRow;
  private final float[] rows;
  private final int width;
  private final FeatureScaling scaling;
  private final List<ValueTarget> pieces = new ArrayList<>();
  private final List<ValueTarget> scores = new ArrayList<>();
  private final List<PairTarget> pairs = new ArrayList<>();
  private final List<int[]> pieceEpisodes = new ArrayList<>();
  private final List<int[]> scoreEpisodes = new ArrayList<>();
  private final List<int[]> pairEpisodes = new ArrayList<>();
  private final List<Integer> scoreOperators = new ArrayList<>();
  private final List<Integer> pairOperators = new ArrayList<>();
  private final Map<String, Integer> operators = new java.util.LinkedHashMap<>();
  private final Concepts concepts;
  private int cantTell;

  /**
   * @throws StropException {@code CORRUPT_DATA} if an episode comes twice, or a value is not
   *     finite; {@code MISSING_DATA} if a label names an unknown episode or steps past its end
   */
  LabeledEpisodes(List<Trajectory> trajectories, LabelSource labels, RewardConfig config) {
    this.trajectories = List.copyOf(trajectories);
    StepFeatures features = RewardModel.featuresOf(config);
    this.width = features.width();
    this.firstRow = new int[trajectories.size() + 1];
    for (int e = 0; e < trajectories.size(); e++) {
      index(trajectories.get(e).info().episodeId(), e);
      firstRow[e + 1] = firstRow[e] + trajectories.get(e).length();
    }
    this.rows = new float[Math.multiplyExact(firstRow[trajectories.size()], width)];
    for (int e = 0; e < trajectories.size(); e++) {
      float[] part = features.of(trajectories.get(e)).toArray();
      System.arraycopy(part, 0, rows, firstRow[e] * width, part.length);
    }
    if (rows.length == 0) {
      throw new StropException(
          ErrorCode.MISSING_DATA,
          "There is no step to learn a reward from.",
          trajectories.size() + " trajectories",
          "give attempts with at least one step.");
    }
    this.scaling = FeatureScaling.fit(rows, width, config.features().clip());
    scaling.apply(rows);
    this.concepts = Concepts.of(config, trajectories);
    for (int e = 0; e < trajectories.size(); e++) {
      addPieces(e, config.thickness());
    }
    labels.scores().forEach(this::add);
    labels.preferences().forEach(this::add);
  }

  private void index(String episodeId, int e) {
    if (indexById.put(episodeId, e) != null) {
      throw new StropException(
          ErrorCode.CORRUPT_DATA,
          "Episode " + episodeId + " is given twice.",
          "episode " + episodeId,
          "give each episode once.");
    }
  }

  private void addPieces(int episode, ThicknessConfig config) {
    Trajectory trajectory = trajectories.get(episode);
    FloatMatrix cut = trajectory.find(Channels.CUT.key()).orElse(null);
    if (cut == null) {
      return;
    }
    int length = (int) Math.max(1, Math.round(trajectory.info().rateHz() / config.pieceRateHz()));
    for (int from = 0; from < trajectory.length(); from += length) {
      int to = Math.min(trajectory.length(), from + length);
      double mean = 0;
      for (int t = from; t < to; t++) {
        mean += cut.get(t, 0) / (to - from);
      }
      // A rest shorter than half a piece has too noisy a mean; an unobserved piece has none.
      if (2 * (to - from) >= length && Double.isFinite(mean)) {
        pieces.add(new ValueTarget(span(episode, from, to), config.value(mean), 1));
        pieceEpisodes.add(new int[] {episode});
      }
    }
  }

  private void add(ScoreLabel label) {
    int episode = episode(label.segment(), label.labelId());
    scores.add(
        new ValueTarget(
            span(label.segment(), episode),
            label.score() / TOP_SCORE,
            label.provenance().confidence()));
    scoreEpisodes.add(new int[] {episode});
    scoreOperators.add(operator(label.provenance().operator()));
  }

  private void add(PreferenceLabel label) {
    int first = episode(label.first(), label.labelId());
    int second = episode(label.second(), label.labelId());
    OptionalDouble value = label.choice().value();
    if (value.isEmpty()) {
      cantTell++;
      return;
    }
    pairs.add(
        new PairTarget(
            span(label.first(), first),
            span(label.second(), second),
            value.getAsDouble(),
            label.provenance().confidence()));
    pairEpisodes.add(new int[] {first, second});
    pairOperators.add(operator(label.provenance().operator()));
  }

  private int operator(String name) {
    Integer known = operators.putIfAbsent(name, operators.size());
    return known == null ? operators.size() - 1 : known;
  }

  private int episode(SegmentRef segment, String labelId) {
    Integer episode = indexById.get(segment.episodeId());
    if (episode == null || segment.to() > trajectories.get(episode).length()) {
      String found =
          episode == null ? "is not given" : "has " + trajectories.get(episode).length() + " steps";
      throw new StropException(
          ErrorCode.MISSING_DATA,
          "A label speaks of steps "
              + segment.from()
              + " to "
              + segment.to()
              + " of episode "
              + segment.episodeId()
              + ", which "
              + found
              + ".",
          "label " + labelId,
          "give the episodes that were labelled, or the labels of these episodes.");
    }
    return episode;
  }

  private Span span(SegmentRef segment, int episode) {
    return span(episode, segment.from(), segment.to());
  }

  private Span span(int episode, int from, int to) {
    return new Span(firstRow[episode] + from, firstRow[episode] + to);
  }

  TrainingSet trainingSet() {
    List<Span> episodes = new ArrayList<>();
    for (int e = 0; e < trajectories.size(); e++) {
      if (trajectories.get(e).length() > 0) {
        episodes.add(new Span(firstRow[e], firstRow[e + 1]));
      }
    }
    TrainingSet.Side side =
        new TrainingSet.Side(
            concepts.values(),
            concepts.count(),
            scoreOperators.stream().mapToInt(i -> i).toArray(),
            pairOperators.stream().mapToInt(i -> i).toArray(),
            operators.isEmpty() ? List.of("nobody") : List.copyOf(operators.keySet()));
    return new TrainingSet(rows, width, episodes, pieces, scores, pairs, side);
  }

  Concepts concepts() {
    return concepts;
  }

  FeatureScaling scaling() {
    return scaling;
  }

  int episodes() {
    return trajectories.size();
  }

  int steps() {
    return rows.length / width;
  }

  int cantTell() {
    return cantTell;
  }

  /** Returns roles where member m never sees a label that touches an episode of fold m. */
  Roles roles(TrainingSet set, RewardFitSpec spec) {
    int members = spec.ensemble().members();
    SplittableRandom random = Seeds.stream(spec.seed(), "folds", 0);
    int[] order = Seeds.permutation(random, trajectories.size());
    int[] fold = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      fold[order[i]] = i % members;
    }
    Roles roles = new Roles(members, set);
    for (int m = 0; m < members; m++) {
      int member = m;
      for (Part part : Part.values()) {
        List<int[]> touched = touched(part);
        roles.assign(part, m, Role.HOLD_OUT, label -> touches(touched.get(label), fold, member));
      }
    }
    roles.drawValidation(spec.fit().validationFraction(), spec.seed());
    return roles;
  }

  private static boolean touches(int[] episodes, int[] fold, int member) {
    for (int episode : episodes) {
      if (fold[episode] == member) {
        return true;
      }
    }
    return false;
  }

  private List<int[]> touched(Part part) {
    return switch (part) {
      case THICKNESS -> pieceEpisodes;
      case SCORES -> scoreEpisodes;
      case PAIRS -> pairEpisodes;
    };
  }
}
