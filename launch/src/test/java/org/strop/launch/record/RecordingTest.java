package org.strop.launch.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.strop.configs.StropException;

class RecordingTest {
  @Test
  void theSeedIsInTheEpisodesId() {
    assertThat(Recording.seedOf("peel-17")).isEqualTo(17);
    assertThat(Recording.seedOf("peel-17-2")).isEqualTo(17);
    assertThat(Recording.seedOf("peel-10003.1")).isEqualTo(10003);
    assertThatThrownBy(() -> Recording.seedOf("lunch")).isInstanceOf(StropException.class);
  }
}
