package org.strop.reward.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;
import org.strop.policy.nn.Initializer;
import org.strop.policy.nn.ParameterLayout;
import org.strop.policy.nn.Parameters;
import org.strop.policy.nn.Scalars;
import org.strop.reward.likelihood.PreferenceKind;

/**
 * The plain ensemble: M encoders from F features to a reward in (0, 1), and a gain per member for
 * choices.
 */
final class RewardNet implements Network {
  private final ParameterLayout layout = new ParameterLayout();
  private final Encoder encoder;
  private final boolean weighsSteps;
  private final int gainSlot;
  private final Mixture mixture;
  private final int members;
  private final double pairGain;

  RewardNet(EnsembleConfig config, EncoderConfig encoder, PreferenceKind kind, int features) {
    this.members = config.members();
    this.pairGain = config.pairGain();
    this.weighsSteps = encoder instanceof EncoderConfig.Transformer t && t.importance();
    this.encoder = Encoder.declare(layout, encoder, members, features, weighsSteps ? 2 : 1);
    this.gainSlot = layout.add("log_gain", new Initializer.Constant(0), members, 1);
    this.mixture = Mixture.declare(layout, kind, members);
  }

  @Override
  public ParameterLayout layout() {
    return layout;
  }

  @Override
  public int members() {
    return members;
  }

  @Override
  public Mixture mixture() {
    return mixture;
  }

  @Override
  public Outputs forward(Parameters p, NDArray x) {
    NDArray out = encoder.forward(p, x);
    Shape rows = new Shape(members, x.getShape().get(0) * x.getShape().get(1));
    NDArray logits = weighsSteps ? column(out, 0) : out.reshape(rows);
    return new Outputs(
        ai.djl.nn.Activation.sigmoid(logits),
        weighsSteps ? Optional.of(column(out, 1)) : Optional.empty(),
        Optional.empty());
  }

  /** Returns some numbers of every row, [a, b, n] to [a, b, to − from]. */
  static NDArray columns(NDArray out, long from, long to) {
    return out.get(new NDIndex().addAllDim(2).addSliceDim(from, to));
  }

  /** Returns one number of every row, [M, N]. */
  static NDArray column(NDArray out, long index) {
    return out.get(new NDIndex().addAllDim(2).addIndices(index));
  }

  /**
   * Returns the logits per unit of return difference.
   *
   * @param step owns the result
   * @return shape [M, 1], above 0
   */
  NDArray gains(Parameters p, NDManager step) {
    // The first operand decides who owns the result: never the parameters' manager.
    return Scalars.times(step.ones(new Shape(members, 1)).mul(p.get(gainSlot)).exp(), pairGain);
  }
}
