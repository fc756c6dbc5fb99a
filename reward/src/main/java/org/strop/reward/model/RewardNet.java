package org.strop.reward.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.strop.policy.nn.Activation;
import org.strop.policy.nn.Initializer;
import org.strop.policy.nn.Mlp;
import org.strop.policy.nn.ParameterLayout;
import org.strop.policy.nn.Parameters;

/**
 * The ensemble as one batched block: M three-layer perceptrons from F features to a reward in (0,
 * 1), and a gain per member for choices.
 */
final class RewardNet {
  private final ParameterLayout layout = new ParameterLayout();
  private final Mlp mlp;
  private final int gainSlot;
  private final int members;
  private final double pairGain;

  RewardNet(EnsembleConfig config, int features) {
    this.members = config.members();
    this.pairGain = config.pairGain();
    int hidden = config.hiddenWidth();
    this.mlp = Mlp.declare(layout, "reward", members, Activation.GELU, features, hidden, hidden, 1);
    this.gainSlot = layout.add("log_gain", new Initializer.Constant(0), members, 1);
  }

  ParameterLayout layout() {
    return layout;
  }

  int members() {
    return members;
  }

  /**
   * Returns the rewards of steps.
   *
   * @param x scaled features, shape [R, F]
   * @return shape [M, R], in (0, 1); belongs to the manager of x
   */
  NDArray rewards(Parameters p, NDArray x) {
    NDArray out = mlp.forward(p, x);
    return ai.djl.nn.Activation.sigmoid(out.reshape(new Shape(members, x.getShape().get(0))));
  }

  /**
   * Returns the logits per unit of return difference.
   *
   * @param step owns the result
   * @return shape [M, 1], above 0
   */
  NDArray gains(Parameters p, NDManager step) {
    // The first operand decides who owns the result: never the parameters' manager.
    return step.ones(new Shape(members, 1)).mul(p.get(gainSlot)).exp().mul(pairGain);
  }
}
