package org.strop.launch.reproduce.cpl;

/**
 * One arm on one task and seed, as its file stores it.
 *
 * @param episodes of the evaluation
 * @param successes of them
 * @param meanReturn mean sum of rewards
 * @param dataSuccess share of the recorded episodes that solved the task
 * @param dataReturn mean return of the recorded episodes
 * @param labelAgreement share of noisy labels that agree with the regrets
 */
public record ArmResult(
    String task,
    long seed,
    Arm arm,
    int episodes,
    int successes,
    double meanReturn,
    double dataSuccess,
    double dataReturn,
    double labelAgreement) {

  /** Returns the share of episodes that solved the task. */
  public double success() {
    return (double) successes / episodes;
  }
}
