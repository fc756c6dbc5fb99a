package org.strop.reward.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** On people's labels, where the data is there. */
@Tag("slow")
@ResourceLock("autograd")
class HumanLabelsIT {
  @Test
  void heldOutAccuracyOnCanIsAboveTheMajority() {
    PairsResult result = run("can_human_train.npz");
    assertThat(result.n()).isEqualTo(66);
    assertThat(result.ties()).isEqualTo(34);
    assertThat(result.majority()).isEqualTo(42.0 / 66);
    assertThat(result.accuracy()).isGreaterThan(result.majority());
    assertThat(result.logLoss()).isLessThan(Math.log(2));
    assertThat(result.ci().contains(result.accuracy())).isTrue();
  }

  @Test
  void heldOutAccuracyOnSquareIsFarAboveTheMajority() {
    PairsResult result = run("square_human_train.npz");
    assertThat(result.n()).isEqualTo(72);
    assertThat(result.majority()).isEqualTo(41.0 / 72);
    assertThat(result.ci().low()).isGreaterThan(result.majority());
  }

  private static PairsResult run(String name) {
    Path data = Path.of(System.getProperty("strop.data", "."));
    Path file = data.resolve("robomimic-human-labels").resolve(name);
    assumeTrue(Files.exists(file), "skipped: there is no " + file);
    return PairsExperiment.run(
        PairsExperimentTest.config(), file, PairsExperiment.FoldListener.NONE);
  }
}
