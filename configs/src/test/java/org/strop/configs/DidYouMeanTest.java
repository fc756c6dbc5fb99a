package org.strop.configs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DidYouMeanTest {
  @Test
  void aSwapOfNeighboursIsOneStep() {
    assertThat(DidYouMean.distance("horizon", "horzion")).isEqualTo(1);
    assertThat(DidYouMean.distance("", "abc")).isEqualTo(3);
    assertThat(DidYouMean.distance("kitten", "sitting")).isEqualTo(3);
  }

  @Test
  void farNamesAreNotSuggested() {
    assertThat(DidYouMean.nearest("beta", List.of("horizon", "bet"))).contains("bet");
    assertThat(DidYouMean.nearest("beta", List.of("horizon"))).isEmpty();
  }

  @Test
  void keysAreSnakeCase() {
    assertThat(KeyNames.snake("nObsSteps")).isEqualTo("n_obs_steps");
    assertThat(KeyNames.snake("OrnsteinUhlenbeck")).isEqualTo("ornstein_uhlenbeck");
    assertThat(KeyNames.snake("maxHTTPSize")).isEqualTo("max_http_size");
    assertThat(KeyNames.snake("limitN")).isEqualTo("limit_n");
  }
}
