package org.strop.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.strop.configs.ConfigLoader;
import org.strop.configs.Resolved;
import org.strop.configs.StropException;
import org.strop.policy.finetune.ResidualTrainConfig;
import org.strop.policy.train.DiffusionTrainConfig;

class ShippedConfigsTest {
  private static final Path TRAIN = Path.of(System.getProperty("strop.root"), "configs", "train");

  private static Resolved<DiffusionTrainConfig> diffusion(String... overrides) {
    return ConfigLoader.load(
        TRAIN.resolve("peeling_diffusion.yaml"), List.of(overrides), DiffusionTrainConfig.class);
  }

  @Test
  void theBasesConfigurationIsThatOfThePaperWhereItSaysSo() {
    DiffusionTrainConfig config = diffusion().value();
    assertThat(config.policy().horizon()).isEqualTo(16);
    assertThat(config.policy().nActionSteps()).isEqualTo(8);
    assertThat(config.policy().denoisingSteps()).isEqualTo(100);
    assertThat(config.policy().inferenceSteps()).isLessThanOrEqualTo(10);
    assertThat(config.learning().emaPower()).isEqualTo(0.75);
    assertThat(config.policy().observations().get(0).steps()).isEqualTo(2);
  }

  @Test
  void theResolvedConfigurationReadsBackTheSame() {
    Resolved<DiffusionTrainConfig> config = diffusion("seed=7");
    assertThat(config.value().seed()).isEqualTo(7);
    assertThat(
            ConfigLoader.parse(config.yaml(), "resolved", List.of(), DiffusionTrainConfig.class)
                .value())
        .isEqualTo(config.value());
  }

  @Test
  void allProblemsAreToldAtOnce() {
    assertThatThrownBy(
            () ->
                diffusion(
                    "policy.n_action_steps=24",
                    "policy.inference_steps=200",
                    "learning.steps=50",
                    "checkpoint_every=7"))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("must be at most horizon (16)")
        .hasMessageContaining("must be at most denoising_steps (100)")
        .hasMessageContaining("must be above optimizer.warmup_steps")
        .hasMessageContaining("must be a multiple of log_every (50)");
  }

  @Test
  void theResidualIsBoundedAndRewarded() {
    ResidualTrainConfig config =
        ConfigLoader.load(
                TRAIN.resolve("peeling_residual.yaml"), List.of(), ResidualTrainConfig.class)
            .value();
    assertThat(config.residual().resScale()).isBetween(0.05, 0.3);
    assertThat(config.residual().beta()).isPositive();
  }
}
