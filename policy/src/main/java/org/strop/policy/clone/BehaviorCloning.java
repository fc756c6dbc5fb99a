package org.strop.policy.clone;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.stream.IntStream;
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
   * Fits an actor to all steps.
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
    int[] all = IntStream.range(0, steps.size()).toArray();
    return fit(torch, actor, config, steps, all, seed, listener);
  }

  /**
   * Fits an actor to chosen steps; its scaling is that of all steps.
   *
   * @param rows to learn from, at least one; one named twice counts twice; not modified
   */
  public static TrainedActor fit(
      Torch torch,
      ActorConfig actor,
      CloningConfig config,
      Steps steps,
      int[] rows,
      long seed,
      StepListener listener) {
    ActorScaling scaling = ActorScaling.fit(steps);
    ActorNetwork network = new ActorNetwork(actor, scaling);
    ScaledSteps data = scaling.apply(steps);
    Minibatches batches = new Minibatches(seed, "cloning");
    try (NDManager manager = torch.newManager();
        Parameters p = Parameters.initialize(manager, network.layout(), seed);
        Learner learner = Learner.plain(p, config.optimizer(), config.steps())) {
      for (int step = 0; step < config.steps(); step++) {
        int[] drawn = batches.draw(step, config.batchSize(), rows.length);
        int[] batch = Arrays.stream(drawn).map(i -> rows[i]).toArray();
        listener.onStep(
            learner.step(
                (scope, q) ->
                    network
                        .logLikelihood(
                            q, data.observations(scope, batch), data.actions(scope, batch))
                        .mean()
                        .neg()),
            config.steps());
      }
      return new TrainedActor(
          new ActorPolicy.Document(actor, steps.channels(), scaling), p.toTensors());
    }
  }
}
