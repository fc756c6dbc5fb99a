package org.strop.reward.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.strop.reward.ceiling.Vote;
import org.strop.reward.features.FeatureScaling;
import org.strop.reward.value.RecordedRun;
import org.strop.reward.value.SuccessorFeatures;

/**
 * Pairs of recorded segments under a reward that is linear in the features of a step, with values
 * from the same recordings.
 *
 * <pre>
 *   R = Σ_t w·φ_t ;   V(s_T) − V(s₀) ≈ w·( ψ(s_{T−1}) − φ_{T−1} − ψ(s₀) ), or w·( −ψ(s₀) ) where the episode ends there
 * </pre>
 *
 * <p>s_T, the state after the last step, is not recorded: by Bellman's equation its value is that
 * of the last state less the last reward, but for one factor γ. Sums, not means: with segments of
 * unequal length a longer one has a larger return; φ is centred over all training steps, so a step
 * of average kind counts nothing. Scaling and ψ are fitted to the segments of the training labels
 * only, without looking at what was answered.
 */
final class LinearPairs implements PairLabels {
  private final CompareConfig config;
  private final String task;
  private final List<Labelled> labelled;
  private final int[] groups;
  private final List<Vote> votes;

  /**
   * A segment.
   *
   * @param states raw state features, [T][P]
   * @param features raw φ, [T][d]
   * @param ends whether the episode ends with it
   */
  @SuppressWarnings("ArrayRecordComponent") // large tables with one owner, never compared
  record Segment(float[][] states, float[][] features, boolean ends) {}

  /**
   * A labelled pair.
   *
   * @param operator who answered
   * @param first the first segment
   * @param second the second segment
   * @param label 1 where the second is preferred
   */
  record Labelled(String operator, Segment first, Segment second, double label) {}

  LinearPairs(
      CompareConfig config, String task, List<Labelled> labelled, int[] groups, List<Vote> votes) {
    this.config = config;
    this.task = task;
    this.labelled = List.copyOf(labelled);
    this.groups = groups.clone();
    this.votes = List.copyOf(votes);
  }

  @Override
  public String task() {
    return task;
  }

  @Override
  public List<String> operators() {
    return labelled.stream().map(Labelled::operator).toList();
  }

  @Override
  public double[] labels() {
    return labelled.stream().mapToDouble(Labelled::label).toArray();
  }

  @Override
  public int[] groups() {
    return groups.clone();
  }

  @Override
  public List<Vote> votes() {
    return votes;
  }

  @Override
  public List<Difference> differences(int[] train) {
    TreeSet<Integer> chosen = new TreeSet<>();
    Arrays.stream(train).forEach(chosen::add);
    List<Segment> seen = new ArrayList<>();
    for (int i : chosen) {
      seen.add(labelled.get(i).first());
      seen.add(labelled.get(i).second());
    }
    FeatureScaling states = scaling(seen.stream().map(Segment::states).toList());
    FeatureScaling features = scaling(seen.stream().map(Segment::features).toList());
    SuccessorFeatures psi =
        SuccessorFeatures.fit(
            seen.stream().map(s -> run(s, states, features)).toList(),
            config.discount(),
            config.ridge());
    return IntStream.range(0, labelled.size())
        .mapToObj(
            i -> {
              double[][] first = sums(run(labelled.get(i).first(), states, features), psi);
              double[][] second = sums(run(labelled.get(i).second(), states, features), psi);
              return new Difference(minus(second[0], first[0]), minus(second[1], first[1]));
            })
        .toList();
  }

  private FeatureScaling scaling(List<float[][]> tables) {
    int width = tables.get(0)[0].length;
    int rows = tables.stream().mapToInt(t -> t.length).sum();
    float[] all = new float[Math.multiplyExact(rows, width)];
    int at = 0;
    for (float[][] table : tables) {
      for (float[] row : table) {
        System.arraycopy(row, 0, all, at, width);
        at += width;
      }
    }
    return FeatureScaling.fit(all, width, config.clip());
  }

  private static RecordedRun run(Segment segment, FeatureScaling states, FeatureScaling features) {
    return new RecordedRun(
        scaled(segment.states(), states), scaled(segment.features(), features), segment.ends());
  }

  private static double[][] scaled(float[][] rows, FeatureScaling scaling) {
    double[][] out = new double[rows.length][];
    for (int t = 0; t < rows.length; t++) {
      float[] row = rows[t].clone();
      scaling.apply(row);
      out[t] = IntStream.range(0, row.length).mapToDouble(i -> row[i]).toArray();
    }
    return out;
  }

  /** Returns Σ φ and the difference of ψ over a segment. */
  private static double[][] sums(RecordedRun run, SuccessorFeatures psi) {
    int last = run.features().length - 1;
    double[] sum = new double[run.features()[0].length];
    for (double[] phi : run.features()) {
      for (int k = 0; k < sum.length; k++) {
        sum[k] += phi[k];
      }
    }
    double[] start = psi.at(run.states()[0]);
    double[] end =
        run.ends()
            ? new double[sum.length]
            : minus(psi.at(run.states()[last]), run.features()[last]);
    return new double[][] {sum, minus(end, start)};
  }

  private static double[] minus(double[] a, double[] b) {
    double[] d = a.clone();
    for (int k = 0; k < d.length; k++) {
      d[k] -= b[k];
    }
    return d;
  }
}
