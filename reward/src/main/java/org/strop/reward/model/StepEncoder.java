package org.strop.reward.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.strop.policy.nn.Activation;
import org.strop.policy.nn.Mlp;
import org.strop.policy.nn.ParameterLayout;
import org.strop.policy.nn.Parameters;

/** Each row by itself: M three-layer perceptrons. */
record StepEncoder(Mlp mlp) implements Encoder {
  static StepEncoder declare(
      ParameterLayout layout, EncoderConfig.Mlp config, int members, int features, int out) {
    int hidden = config.hiddenWidth();
    return new StepEncoder(
        Mlp.declare(layout, "reward", members, Activation.GELU, features, hidden, hidden, out));
  }

  @Override
  public NDArray forward(Parameters p, NDArray x) {
    Shape shape = x.getShape();
    return mlp.forward(p, x.reshape(new Shape(shape.get(0) * shape.get(1), shape.get(2))));
  }
}
