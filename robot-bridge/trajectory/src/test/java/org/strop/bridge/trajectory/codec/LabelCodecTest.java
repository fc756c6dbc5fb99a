package org.strop.bridge.trajectory.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.strop.bridge.trajectory.Choice;
import org.strop.bridge.trajectory.PreferenceLabel;
import org.strop.bridge.trajectory.Provenance;
import org.strop.bridge.trajectory.ScoreLabel;
import org.strop.bridge.trajectory.SegmentRef;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

class LabelCodecTest {
  private static final Provenance WHO =
      new Provenance("person", "anna", 1_700_000_000_123L, -1, 0.25);
  private static final SegmentRef SEGMENT = new SegmentRef("ep-7", 3, 160);

  @ParameterizedTest
  @EnumSource(Choice.class)
  void everyChoiceIsReadAsItWasWritten(Choice choice) {
    PreferenceLabel label =
        new PreferenceLabel("l-1", SEGMENT, new SegmentRef("ep-8", 0, 1), choice, WHO);
    assertThat(LabelCodec.decodePreference(LabelCodec.encode(label), "test")).isEqualTo(label);
  }

  @Test
  void aScoreIsReadAsItWasWritten() {
    ScoreLabel label = new ScoreLabel("l-2", SEGMENT, 9, Set.of("too_low", "long_thin"), WHO);
    assertThat(LabelCodec.decodeScore(LabelCodec.encode(label), "test")).isEqualTo(label);
  }

  @Test
  void bytesThatAreNoLabelAreToldWithTheirPlace() {
    assertThatThrownBy(() -> LabelCodec.decodePreference(new byte[] {1, 2, 3}, "labels.db, row 4"))
        .isInstanceOfSatisfying(
            StropException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.CORRUPT_DATA);
              assertThat(e.where()).isEqualTo("labels.db, row 4");
            });
    assertThatThrownBy(() -> LabelCodec.decodeScore(new byte[0], "x"))
        .hasMessageContaining("is empty");
  }
}
