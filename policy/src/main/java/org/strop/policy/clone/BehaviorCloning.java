package org.strop.policy.clone;

import ai.djl.ndarray.NDManager;
import org.strop.policy.actor.ActorConfig;
import org.strop.policy.actor.ActorNetwork;
import org.strop.policy.actor.ActorPolicy;
import org.strop.policy.actor.ActorScaling;
import org.strop.policy.actor.Minibatches;
import org.strop.policy.actor.ScaledSteps;
import org.strop.policy.actor.StepListener;
import org.strop.policy.actor.Steps;
import org.strop.policy.actor.TrainedActor;
import org.strop.policy.nn.Learner;
import org.strop.policy.nn.Parameters;
import org.strop.policy.nn.Torch;

/**
 * Fits an actor to recorded actions.
 *
 * <pre>  L = mean(−log π(a|o))        deterministic: mean ‖μ(o) − a‖²</pre>
 */
public final class BehaviorCloning {
  private BehaviorCloning() {}

  /**
   * Fits an actor whose scaling is that of the steps.
   *
   * @throws org.strop.configs.StropException {@code COMPUTATION} if training diverged
   */
  public static TrainedActor fit(
      Torch torch,
      ActorConfig actor,
      CloningConfig config,
      Steps steps,
      long seed,
      StepListener listener) {
    return fit(torch, actor, config, steps, ActorScaling.fit(steps), seed, listener);
  }

  /**
   * Fits an actor with a given scaling: that of more data than these steps.
   *
   * @param scaling of the same channels
   */
  public static TrainedActor fit(
      Torch torch,
      ActorConfig actor,
      CloningConfig config,
      Steps steps,
      ActorScaling scaling,
      long seed,
      StepListener listener) {
    try (NDManager manager = torch.newManager()) {
      return fit(manager, actor, config, steps, scaling, seed, listener);
    }
  }

  /** Works under a manager, and leaves nothing in it. */
  static TrainedActor fit(
      NDManager manager,
      ActorConfig actor,
      CloningConfig config,
      Steps steps,
      ActorScaling scaling,
      long seed,
      StepListener listener) {
    ActorNetwork network = new ActorNetwork(actor, scaling);
    ScaledSteps data = scaling.apply(steps);
    Minibatches batches = new Minibatches(seed, "cloning");
    try (Parameters p = Parameters.initialize(manager, network.layout(), seed);
        Learner learner = Learner.plain(p, config.optimizer(), config.steps())) {
      for (int step = 0; step < config.steps(); step++) {
        int[] rows = batches.draw(step, config.batchSize(), data.size());
        listener.onStep(
            learner.step(
                (scope, q) ->
                    network
                        .logLikelihood(q, data.observations(scope, rows), data.actions(scope, rows))
                        .mean()
                        .neg()),
            config.steps());
      }
      return new TrainedActor(
          new ActorPolicy.Document(actor, steps.channels(), scaling), p.toTensors());
    }
  }
}
