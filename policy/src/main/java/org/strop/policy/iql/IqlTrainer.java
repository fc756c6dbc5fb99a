package org.strop.policy.iql;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.Map;
import org.strop.policy.actor.ActorConfig;
import org.strop.policy.actor.ActorNetwork;
import org.strop.policy.actor.ActorPolicy;
import org.strop.policy.actor.ActorScaling;
import org.strop.policy.actor.Minibatches;
import org.strop.policy.actor.ScaledSteps;
import org.strop.policy.actor.StepListener;
import org.strop.policy.actor.TrainedActor;
import org.strop.policy.nn.Learner;
import org.strop.policy.nn.Parameters;
import org.strop.policy.nn.Tensor;
import org.strop.policy.nn.Torch;

/**
 * Fits an actor by implicit Q-learning.
 *
 * <p>Step s draws its transitions from (seed, s): weights depend on data, configuration and seed
 * alone.
 */
public final class IqlTrainer {
  private final IqlConfig config;
  private final ScaledSteps data;
  private final float[] rewards;
  private final int[] next;
  private final float[] bootstrap;
  private final float[] learnsQ;
  private final ActorNetwork actor;
  private final IqlNetworks networks;
  private final Minibatches batches;

  private IqlTrainer(
      IqlConfig config, ActorNetwork actor, ScaledSteps data, Transitions transitions, long seed) {
    this.config = config;
    this.actor = actor;
    this.data = data;
    this.rewards = transitions.scaledRewards();
    this.next = transitions.successors();
    this.bootstrap = new float[next.length];
    this.learnsQ = new float[next.length];
    for (int i = 0; i < next.length; i++) {
      boolean ended = transitions.terminal()[i];
      boolean cutOff = next[i] == i && !ended;
      bootstrap[i] = ended ? 0 : (float) config.discount();
      learnsQ[i] = cutOff ? 0 : 1;
    }
    this.networks =
        new IqlNetworks(actor.layout(), config, data.observationWidth(), data.actionWidth());
    this.batches = new Minibatches(seed, "iql");
  }

  /**
   * Fits an actor whose scaling is that of the steps.
   *
   * @throws org.strop.configs.StropException {@code COMPUTATION} if training diverged
   */
  public static TrainedActor fit(
      Torch torch,
      ActorConfig actor,
      IqlConfig config,
      Transitions transitions,
      long seed,
      StepListener listener) {
    try (NDManager manager = torch.newManager()) {
      return fit(manager, actor, config, transitions, seed, listener);
    }
  }

  /** Works under a manager, and leaves nothing in it. */
  static TrainedActor fit(
      NDManager manager,
      ActorConfig actor,
      IqlConfig config,
      Transitions transitions,
      long seed,
      StepListener listener) {
    ActorScaling scaling = ActorScaling.fit(transitions.steps());
    ActorPolicy.Document document =
        new ActorPolicy.Document(actor, transitions.steps().channels(), scaling);
    ActorNetwork network = new ActorNetwork(actor, scaling);
    ScaledSteps data = scaling.apply(transitions.steps());
    Map<String, Tensor> all =
        new IqlTrainer(config, network, data, transitions, seed).run(manager, seed, listener);
    Map<String, Tensor> weights = new LinkedHashMap<>(all);
    weights.keySet().removeIf(name -> name.startsWith("value.") || name.startsWith("critics."));
    return new TrainedActor(document, weights);
  }

  private Map<String, Tensor> run(NDManager manager, long seed, StepListener listener) {
    try (Parameters p = Parameters.initialize(manager, actor.layout(), seed);
        Parameters target = p.frozenCopy();
        Learner learner = Learner.plain(p, config.optimizer(), config.steps())) {
      for (int step = 0; step < config.steps(); step++) {
        int[] rows = batches.draw(step, config.batchSize(), data.size());
        listener.onStep(learner.step((scope, q) -> loss(scope, q, target, rows)), config.steps());
        target.approach(p, config.targetRate());
      }
      return p.toTensors();
    }
  }

  private NDArray loss(NDManager scope, Parameters p, Parameters target, int[] rows) {
    NDArray s = data.observations(scope, rows);
    NDArray a = data.actions(scope, rows);
    NDArray v = networks.value(p, s);
    NDArray u = networks.critics(target, s, a).min(new int[] {0}).sub(v); // min Q̄ − V
    NDArray advantage = u.stopGradient();
    return expectile(u, advantage)
        .add(bellman(scope, p, s, a, rows))
        .add(policy(p, s, a, advantage));
  }

  /** |τ_e − 1[u < 0]|·u². */
  private NDArray expectile(NDArray u, NDArray advantage) {
    NDArray below = advantage.lt(0).toType(advantage.getDataType(), false);
    NDArray weight =
        below.mul((float) (1 - 2 * config.expectile())).add((float) config.expectile());
    return u.square().mul(weight).mean();
  }

  /** Σ_k (r + γ·V(s′) − Q_k)², over the transitions that have an s′ or an end. */
  private NDArray bellman(NDManager scope, Parameters p, NDArray s, NDArray a, int[] rows) {
    int[] following = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      following[i] = next[rows[i]];
    }
    NDArray after = networks.value(p, data.observations(scope, following)).stopGradient();
    NDArray goal = after.mul(take(scope, bootstrap, rows)).add(take(scope, rewards, rows));
    NDArray error = networks.critics(p, s, a).sub(goal.expandDims(0)).square();
    return error.mul(take(scope, learnsQ, rows).expandDims(0)).sum(new int[] {0}).mean();
  }

  /** min(exp(u/β), 100)·(−log π). */
  private NDArray policy(Parameters p, NDArray s, NDArray a, NDArray advantage) {
    double cap = config.maxWeight();
    float logCap = (float) Math.log(cap);
    NDArray weight = advantage.div((float) config.beta()).minimum(logCap).exp();
    return actor.logLikelihood(p, s, a).mul(weight).mean().neg();
  }

  private static NDArray take(NDManager scope, float[] values, int[] rows) {
    float[] out = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      out[i] = values[rows[i]];
    }
    return scope.create(out);
  }
}
