package org.strop.policy.iql;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.strop.policy.nn.Mlp;
import org.strop.policy.nn.ParameterLayout;
import org.strop.policy.nn.Parameters;

/** V, and two Q as one batched block, beside the actor in one layout. */
final class IqlNetworks {
  /** Number of Q networks, whose minimum counts (Kostrikov et al. 2022). */
  private static final int TWINS = 2;

  private final Mlp value;
  private final Mlp critics;

  IqlNetworks(ParameterLayout layout, IqlConfig config, int observationWidth, int actionWidth) {
    value = declare(layout, "value", 1, config, observationWidth);
    critics = declare(layout, "critics", TWINS, config, observationWidth + actionWidth);
  }

  private static Mlp declare(
      ParameterLayout layout, String name, int members, IqlConfig config, int in) {
    int[] widths = new int[config.hiddenLayers() + 2];
    Arrays.fill(widths, config.hiddenWidth());
    widths[0] = in;
    widths[widths.length - 1] = 1;
    return Mlp.declare(layout, name, members, config.activation(), widths);
  }

  /** Returns V(s), shape [B]; belongs to the manager of the observations. */
  NDArray value(Parameters p, NDArray observations) {
    return value.forward(p, observations).squeeze(1);
  }

  /** Returns both Q(s, a), shape [2, B]; belongs to the manager of the observations. */
  NDArray critics(Parameters p, NDArray observations, NDArray actions) {
    NDArray input = NDArrays.concat(new NDList(observations, actions), 1);
    long size = observations.getShape().get(0);
    return critics.forward(p, input).reshape(new Shape(TWINS, size));
  }
}
