package org.strop.configs;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A configuration with one component of each supported type. */
record PeelingExample(
    String name,
    Path dataset,
    @Bounds(min = 0, exclusiveMin = true, max = 1000) double rateHz,
    @Bounds(min = 0) long seed,
    boolean ema,
    Device device,
    Policy policy,
    Noise noise,
    List<Noise> extraNoises,
    @Bounds(min = 0, max = 100) List<Double> limitsN,
    Map<String, Topic> topics,
    Optional<String> note,
    @Bounds(min = 1) Optional<Integer> steps,
    Optional<Noise> optionalNoise) {

  enum Device {
    CPU,
    CUDA
  }

  record Policy(
      @Bounds(min = 1, max = 64) int horizon,
      @Bounds(min = 1) int nActionSteps,
      @Bounds(min = 1) int nObsSteps)
      implements SelfChecking {
    @Override
    public void check(Problems problems) {
      if (nActionSteps > horizon) {
        problems.add(
            "n_action_steps",
            "is " + nActionSteps + ", but must be at most horizon (" + horizon + ").",
            "lower n_action_steps, or raise horizon.");
      }
    }
  }

  sealed interface Noise {}

  record Gaussian(@Bounds(min = 0) double sigma) implements Noise {}

  record OrnsteinUhlenbeck(@Bounds(min = 0) double theta, double sigma) implements Noise {}

  record NoNoise() implements Noise {}

  record Topic(String topic, String type) {
    Topic {
      if (!topic.startsWith("/")) {
        throw new IllegalArgumentException("topic " + topic + " does not start with a slash");
      }
    }
  }
}
