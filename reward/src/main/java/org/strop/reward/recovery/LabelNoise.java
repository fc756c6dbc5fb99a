package org.strop.reward.recovery;

import java.util.SplittableRandom;
import org.strop.reward.likelihood.BradleyTerry;

/** How a label comes from a logit. */
public enum LabelNoise {
  /** The better one, and 0.5 where both are as good. */
  NOISELESS,
  /** Drawn with the model's probability. */
  STOCHASTIC;

  private static final double EQUAL = 1e-9;

  double label(double logit, SplittableRandom random) {
    double draw = random.nextDouble();
    return switch (this) {
      case NOISELESS -> Math.abs(logit) < EQUAL ? 0.5 : logit > 0 ? 1 : 0;
      case STOCHASTIC -> draw < BradleyTerry.sigmoid(logit) ? 1 : 0;
    };
  }
}
