package org.strop.policy.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.strop.bridge.trajectory.FloatMatrix;

class MinMaxNormalizerTest {
  private final MinMaxNormalizer normalizer =
      MinMaxNormalizer.fit(
          3,
          List.of(
              FloatMatrix.of(2, 3, new float[] {0, 5, -1, 10, 5, Float.NaN}),
              FloatMatrix.of(1, 3, new float[] {4, 5, 3})));

  @Test
  void theRangeOfTheDataBecomesMinusOneToOne() {
    assertThat(normalizer.encode(0, 0)).isEqualTo(-1);
    assertThat(normalizer.encode(0, 10)).isEqualTo(1);
    assertThat(normalizer.encode(0, 15)).isEqualTo(2);
    assertThat(normalizer.encode(2, 1)).isZero();
  }

  @Test
  void decodingUndoesEncoding() {
    float[] rows = {3, 5, 0.25f, -20, 5, 7};
    float[] copy = rows.clone();
    normalizer.encode(copy);
    normalizer.decode(copy);
    assertThat(copy).containsExactly(rows, within(1e-5f));
  }

  @Test
  void aConstantComponentIgnoresWhatANetworkSays() {
    assertThat(normalizer.isConstant(1)).isTrue();
    assertThat(normalizer.encode(1, 5.1f)).isZero();
    assertThat(normalizer.decode(1, 0.7f)).isEqualTo(5);
    assertThat(normalizer.isConstant(0)).isFalse();
  }

  @Test
  void componentsWithoutAnyValueAreRefused() {
    FloatMatrix nothing = FloatMatrix.of(1, 1, new float[] {Float.NaN});
    assertThatThrownBy(() -> MinMaxNormalizer.fit(1, List.of(nothing)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
