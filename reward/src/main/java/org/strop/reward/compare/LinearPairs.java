package org.strop.reward.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.strop.reward.ceiling.Vote;
import org.strop.reward.features.FeatureScaling;
import org.strop.reward.value.LoggedPolicies;
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
 *
 * <p>Where several policies recorded the segments, V is that of the best of them ({@link
 * LoggedPolicies}), no longer linear in w: the differences carry it as a function of the weights.
 * Less its last reward, the last state is then the end of a segment one step shorter.
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
   * @param policy who acted, {@link RecordedRun#UNKNOWN} where nobody says
   * @param states raw state features, [T][P]
   * @param features raw φ, [T][d]
   * @param ends whether the episode ends with it
   */
  @SuppressWarnings("ArrayRecordComponent") // large tables with one owner, never compared
  record Segment(String policy, float[][] states, float[][] features, boolean ends) {
    Segment(float[][] states, float[][] features, boolean ends) {
      this(RecordedRun.UNKNOWN, states, features, ends);
    }
  }

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
    List<RecordedRun> runs = seen.stream().map(s -> run(s, states, features)).toList();
    SuccessorFeatures pooled = SuccessorFeatures.fit(runs, config.discount(), config.ridge());
    LoggedPolicies policies =
        LoggedPolicies.fit(
            runs,
            config.discount(),
            config.ridge(),
            config.policySteps(),
            config.policyTemperature());
    return labelled.stream()
        .map(
            pair -> {
              RecordedRun first = run(pair.first(), states, features);
              RecordedRun second = run(pair.second(), states, features);
              double[] r = minus(sum(second), sum(first));
              double[] v = minus(change(second, pooled::at), change(first, pooled::at));
              return policies.count() == 1
                  ? new Difference(r, v)
                  : new Difference(r, v, Optional.of(best(first, second, policies)));
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
        segment.policy(),
        scaled(segment.states(), states),
        scaled(segment.features(), features),
        segment.ends());
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

  private static double[] sum(RecordedRun run) {
    double[] sum = new double[run.features()[0].length];
    for (double[] phi : run.features()) {
      for (int k = 0; k < sum.length; k++) {
        sum[k] += phi[k];
      }
    }
    return sum;
  }

  /** Returns V(s_T) − V(s₀) as features of the weights, from those of V at a recorded state. */
  private static double[] change(RecordedRun run, UnaryOperator<double[]> value) {
    int last = run.features().length - 1;
    double[] start = value.apply(run.states()[0]);
    double[] end =
        run.ends()
            ? new double[start.length]
            : minus(value.apply(run.states()[last]), run.features()[last]);
    return minus(end, start);
  }

  private static ValueChange best(RecordedRun first, RecordedRun second, LoggedPolicies policies) {
    Map<double[], LoggedPolicies.StateValue> states = new IdentityHashMap<>();
    for (RecordedRun run : List.of(first, second)) {
      for (int t : new int[] {0, run.states().length - 1}) {
        states.put(run.states()[t], policies.at(run.states()[t]));
      }
    }
    return weights -> {
      UnaryOperator<double[]> value =
          state -> Objects.requireNonNull(states.get(state)).gradient(weights);
      return minus(change(second, value), change(first, value));
    };
  }

  private static double[] minus(double[] a, double[] b) {
    double[] d = a.clone();
    for (int k = 0; k < d.length; k++) {
      d[k] -= b[k];
    }
    return d;
  }
}
