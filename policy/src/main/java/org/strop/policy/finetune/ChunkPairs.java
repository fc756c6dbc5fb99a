package org.strop.policy.finetune;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.strop.bridge.trajectory.ChannelSpec;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.ObservationWindow;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.policy.diffusion.DiffusionPolicy;
import org.strop.policy.diffusion.DiffusionPolicy.EncodedDecisions;
import org.strop.policy.port.RewardSignal;

/**
 * What was executed beside what the base would have done: one row per decision of the trajectories.
 *
 * @param size n, number of decisions
 * @param inputs of the residual, n · inputWidth values
 * @param targets a − a_base, encoded, n · Ta·Da values; 0 in constant components
 * @param rewards mean reward of each decision, n values
 */
@SuppressWarnings("ArrayRecordComponent") // one per fit, never compared
record ChunkPairs(int size, float[] inputs, float[] targets, double[] rewards) {
  private static final int BATCH = 256;

  /** Runs the base on every decision's window and encodes what was executed instead. */
  static ChunkPairs of(
      DiffusionPolicy base,
      ResidualNetwork network,
      List<Trajectory> trajectories,
      RewardSignal reward,
      int rewardSteps,
      DecisionSeeds seeds) {
    List<Decision> decisions = new ArrayList<>();
    for (Trajectory trajectory : trajectories) {
      float[] mean = reward.score(trajectory).mean();
      int stride = base.spec().actionSteps();
      for (int k = 0; k * stride < trajectory.length(); k++) {
        double r = mean(mean, k * stride, rewardSteps);
        decisions.add(new Decision(trajectory, k * stride, seeds.seed(trajectory, k), r));
      }
    }
    return encode(base, network, decisions);
  }

  private record Decision(Trajectory trajectory, int step, long seed, double reward) {}

  private static double mean(float[] rewards, int from, int steps) {
    int to = Math.min(rewards.length, from + steps);
    double sum = 0;
    for (int t = from; t < to; t++) {
      sum += rewards[t];
    }
    return sum / (to - from);
  }

  private static ChunkPairs encode(
      DiffusionPolicy base, ResidualNetwork network, List<Decision> decisions) {
    int n = decisions.size();
    int width = network.actionWidth();
    float[] inputs = new float[n * network.inputWidth()];
    float[] targets = new float[n * width];
    for (int from = 0; from < n; from += BATCH) {
      List<Decision> batch = decisions.subList(from, Math.min(n, from + BATCH));
      EncodedDecisions own = base.encode(batch.stream().map(d -> window(base, d)).toList());
      float[] rows = network.input(own.observations(), own.chunks(), batch.size());
      System.arraycopy(rows, 0, inputs, from * network.inputWidth(), rows.length);
      for (int i = 0; i < batch.size(); i++) {
        target(base, batch.get(i), own, i, targets, (from + i) * width, width);
      }
    }
    return new ChunkPairs(
        n, inputs, targets, decisions.stream().mapToDouble(Decision::reward).toArray());
  }

  private static void target(
      DiffusionPolicy base,
      Decision decision,
      EncodedDecisions own,
      int row,
      float[] out,
      int at,
      int width) {
    int chunkWidth = base.processor().chunkWidth();
    float[] executed = new float[chunkWidth];
    ChannelSpec action = base.spec().action();
    base.processor()
        .encodeActions(
            decision.trajectory().channel(action),
            decision.step(),
            own.anchors().get(row),
            executed,
            0);
    float[] active = base.processor().activeMask();
    for (int i = 0; i < width; i++) {
      out[at + i] = active[i] * (executed[i] - own.chunks()[row * chunkWidth + i]);
    }
  }

  /** Returns the window that the policy saw at a step: the first row is repeated at the start. */
  private static ObservationWindow window(DiffusionPolicy base, Decision decision) {
    Map<String, FloatMatrix> channels = new HashMap<>();
    for (ChannelSpec spec : base.spec().observations()) {
      FloatMatrix all = decision.trajectory().channel(spec);
      List<float[]> rows = new ArrayList<>();
      for (int k = base.spec().windowSteps() - 1; k >= 0; k--) {
        rows.add(all.row(Math.max(0, decision.step() - k)));
      }
      channels.put(spec.key(), FloatMatrix.ofRows(spec.width(), rows));
    }
    long stamp = decision.trajectory().stampNanos(decision.step());
    return new ObservationWindow(stamp, channels, decision.seed());
  }
}
