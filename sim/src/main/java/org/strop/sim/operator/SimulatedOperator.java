package org.strop.sim.operator;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.zip.CRC32C;
import org.strop.bridge.trajectory.Choice;
import org.strop.bridge.trajectory.SegmentRef;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.sim.metrics.PeelMetrics;
import org.strop.sim.task.ProduceConfig;
import org.strop.sim.task.TaskConfig;

/**
 * A person with a hidden utility, who compares and scores attempts with the field's noise.
 *
 * <p>For segments with utilities U₁, U₂, in this order (B-Pref, Lee et al. 2021, algorithm 3):
 *
 * <pre>
 *   max(U₁, U₂) &lt; ε_skip          can't tell
 *   |U₁ − U₂| &lt; ε_equal           the same
 *   else first with P = σ(β (U₁ − U₂ + b)), then turned round with probability ε_mistake
 * </pre>
 *
 * <p>Our utilities are means in [0, 1] rather than sums, so the two thresholds are absolute. b is a
 * bias to the side of the first. Fatigue and drift make β, ε_mistake and U functions of the number
 * of answers given before, which the caller tells; ours, as is b. Stateless: the same question
 * after the same number of answers gets the same answer. Thread-safe.
 */
public final class SimulatedOperator {
  private final OperatorConfig config;
  private final TaskConfig task;
  private final long seed;

  /** Creates an operator. */
  public SimulatedOperator(OperatorConfig config, TaskConfig task, long seed) {
    this.config = config;
    this.task = task;
    this.seed = seed;
  }

  /** Returns the operator's id. */
  public String name() {
    return config.name();
  }

  /**
   * Returns the hidden utility of a whole episode, in [0, 1]. For evaluation only: no part of
   * learning may see it.
   *
   * @throws IllegalArgumentException if the trajectory lacks a workpiece or a channel
   */
  public double utility(Trajectory trajectory) {
    return utility(trajectory, SegmentRef.whole(trajectory));
  }

  /** Returns the hidden utility of a segment of a trajectory, in [0, 1]. For evaluation only. */
  public double utility(Trajectory trajectory, SegmentRef segment) {
    return utility(trajectory, segment, 0);
  }

  /**
   * Returns the hidden utility of a segment after a number of answers, in [0, 1]; it differs from
   * that at the start only where the taste drifts. For evaluation only.
   */
  public double utility(Trajectory trajectory, SegmentRef segment, int answered) {
    return utility(Mood.of(config, answered).taste(), trajectory, segment);
  }

  private double utility(TasteConfig taste, Trajectory trajectory, SegmentRef segment) {
    return Taste.utility(taste, trajectory, segment.from(), segment.to(), produce(trajectory));
  }

  private ProduceConfig produce(Trajectory trajectory) {
    return task.kind(
        trajectory
            .info()
            .workpiece()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(trajectory.info().episodeId() + ": no workpiece"))
            .kind());
  }

  /** Compares two whole episodes. */
  public Answer compare(Trajectory first, Trajectory second) {
    return compare(first, SegmentRef.whole(first), second, SegmentRef.whole(second));
  }

  /** Compares two segments as the first question; each belongs to the trajectory before it. */
  public Answer compare(
      Trajectory first, SegmentRef firstRun, Trajectory second, SegmentRef secondRun) {
    return compare(first, firstRun, second, secondRun, 0);
  }

  /**
   * Compares two segments; each belongs to the trajectory before it.
   *
   * @param answered comparisons answered before, at least 0
   */
  public Answer compare(
      Trajectory first,
      SegmentRef firstRun,
      Trajectory second,
      SegmentRef secondRun,
      int answered) {
    Mood mood = Mood.of(config, answered);
    SplittableRandom random = random(firstRun + "|" + secondRun);
    double one = utility(mood.taste(), first, firstRun);
    double two = utility(mood.taste(), second, secondRun);
    double difference = one - two;
    long response = response(difference, mood, random);
    double seen = difference + config.sideBias().orElse(0.0);
    boolean prefersFirst = random.nextDouble() < 1 / (1 + Math.exp(-mood.beta() * seen));
    boolean mistaken = random.nextDouble() < mood.epsMistake();
    if (Math.max(one, two) < config.epsSkip()) {
      return new Answer(Choice.CANT_TELL, response);
    }
    if (Math.abs(difference) < config.epsEqual()) {
      return new Answer(Choice.SAME, response);
    }
    return new Answer(prefersFirst != mistaken ? Choice.FIRST : Choice.SECOND, response);
  }

  /** Scores a whole episode from 0 to 9 as a rested person, and names what was wrong with it. */
  public Score score(Trajectory trajectory) {
    return score(trajectory, 0);
  }

  /**
   * Scores a whole episode from 0 to 9 and names what was wrong with it.
   *
   * @param answered comparisons answered before, at least 0
   */
  public Score score(Trajectory trajectory, int answered) {
    Mood mood = Mood.of(config, answered);
    SplittableRandom random = random("score|" + trajectory.info().episodeId());
    double span = config.scoreCeiling() - config.scoreFloor();
    double utility = utility(mood.taste(), trajectory, SegmentRef.whole(trajectory));
    double points = 9 * (utility - config.scoreFloor()) / span;
    long score = Math.round(points + mood.scoreNoise() * random.nextGaussian());
    return new Score(
        (int) Math.max(0, Math.min(9, score)),
        causes(trajectory, mood.taste()),
        response(1, mood, random));
  }

  /** Causes in the words of Lin et al. 2026: the blade's height, the strip's form. */
  private Set<String> causes(Trajectory trajectory, TasteConfig taste) {
    PeelMetrics seen = PeelMetrics.of(trajectory, task);
    double off = seen.meanThicknessM() - taste.thicknessM();
    double tolerance = taste.thicknessToleranceM();
    boolean broken = seen.tears() > 0 || seen.coverage() < 0.85;
    Set<String> causes = new TreeSet<>();
    if (seen.gouges() > 0) {
      causes.add("too_low");
    }
    if (seen.coverage() < 0.85) {
      causes.add("too_high");
    }
    if (off > tolerance) {
      causes.add(broken ? "short_thick" : "too_low");
    }
    if (off < -tolerance) {
      causes.add(broken ? "too_high" : "long_thin");
    }
    return causes;
  }

  /** A close call takes up to three times as long, with some scatter. */
  private long response(double difference, Mood mood, SplittableRandom random) {
    double closeness = Math.exp(-10 * Math.abs(difference));
    double share = 1 + 2 * closeness + 0.5 * random.nextDouble();
    return Math.round(config.responseMs() * share * mood.slowing());
  }

  private SplittableRandom random(String question) {
    CRC32C low = new CRC32C();
    low.update((config.name() + "|" + question).getBytes(StandardCharsets.UTF_8));
    CRC32C high = new CRC32C();
    high.update((question + "|" + config.name()).getBytes(StandardCharsets.UTF_8));
    return new SplittableRandom(seed ^ (high.getValue() << 32 | low.getValue()));
  }

  /** An answer to a comparison, with the time that it took, ms. */
  public record Answer(Choice choice, long responseMs) {}

  /** A score from 0 to 9, causes, and the time that it took, ms. */
  public record Score(int score, Set<String> causes, long responseMs) {
    /** Copies the causes, in alphabetical order. */
    public Score {
      causes = java.util.Collections.unmodifiableSet(new TreeSet<>(causes));
    }
  }
}
