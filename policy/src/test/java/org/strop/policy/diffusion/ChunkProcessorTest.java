package org.strop.policy.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.policy.Curves;
import org.strop.policy.TinyConfigs;

class ChunkProcessorTest {
  private final List<Trajectory> data = Curves.demonstrations(4, 1);
  private final ChunkProcessor processor = ChunkProcessor.fit(TinyConfigs.POLICY, data);

  private float[] observation(Trajectory t, int step) {
    float[] out = new float[processor.observationWidth()];
    processor.encodeObservation(t::channel, step, out, 0);
    return out;
  }

  @Test
  void decodingUndoesEncoding() {
    Trajectory t = data.get(1);
    for (int step : new int[] {0, 3, 20}) {
      float[] o = new float[processor.observationWidth()];
      float[] anchor = processor.encodeObservation(t::channel, step, o, 0);
      float[] chunk = new float[processor.chunkWidth()];
      processor.encodeActions(t.channel("action"), step, anchor, chunk, 0);
      FloatMatrix decoded = processor.decodeActions(chunk, 0, 8, anchor);
      float[] expected = t.channel("action").rows(step, step + 8).toArray();
      assertThat(decoded.toArray()).containsExactly(expected, within(1e-6f));
    }
  }

  @Test
  void theDataFillsTheRangeFromMinusOneToOne() {
    EncodedWindows windows = EncodedWindows.of(processor, data);
    float min = 0;
    float max = 0;
    for (float v : windows.chunks()) {
      min = Math.min(min, v);
      max = Math.max(max, v);
    }
    assertThat(min).isCloseTo(-1, within(2e-5f));
    assertThat(max).isCloseTo(1, within(2e-5f));
    assertThat(windows.size()).isEqualTo(160);
  }

  @Test
  void constantComponentsAreLeftOut() {
    float[] mask = processor.activeMask();
    assertThat(mask[0]).isEqualTo(1); // x
    assertThat(mask[1]).isZero(); // y
    assertThat(mask[6]).isZero(); // qw
  }

  @Test
  void relativeChunksDoNotDependOnWhereTheStrokeIs() {
    Trajectory t = data.get(0);
    Trajectory moved = shift(shift(t, "observation.state"), "action");
    float[] anchor = processor.encodeObservation(t::channel, 9, observation(t, 9), 0);
    float[] movedAnchor = processor.encodeObservation(moved::channel, 9, observation(moved, 9), 0);
    assertThat(movedAnchor[0] - anchor[0]).isCloseTo(0.05f, within(1e-6f));
    float[] chunk = new float[processor.chunkWidth()];
    processor.encodeActions(t.channel("action"), 9, anchor, chunk, 0);
    float[] movedChunk = new float[processor.chunkWidth()];
    processor.encodeActions(moved.channel("action"), 9, movedAnchor, movedChunk, 0);
    assertThat(movedChunk).containsExactly(chunk, within(1e-3f));
  }

  private static Trajectory shift(Trajectory t, String key) {
    float[] values = t.channel(key).toArray();
    for (int i = 0; i < values.length; i += 7) {
      values[i] += 0.05f;
    }
    var spec = t.specs().stream().filter(s -> s.key().equals(key)).findFirst().orElseThrow();
    return t.with(spec, FloatMatrix.of(t.length(), 7, values));
  }

  @Test
  void quaternionsOfEitherSignMeanTheSame() {
    Trajectory t = data.get(0);
    float[] values = t.channel("observation.state").toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 7 >= 3 ? -values[i] : values[i];
    }
    var spec =
        t.specs().stream().filter(s -> s.key().equals("observation.state")).findFirst().get();
    Trajectory flipped = t.with(spec, FloatMatrix.of(t.length(), 7, values));
    assertThat(observation(flipped, 5)).isEqualTo(observation(t, 5));
  }

  @Test
  void beforeTheFirstStepTheFirstIsRepeated() {
    Trajectory t = data.get(0);
    Trajectory start = t.with(t.specs().get(0), t.channel(t.specs().get(0)));
    assertThat(observation(start, 0)).hasSize(2 * 7 + 3 * 6);
    float[] o = observation(start, 0);
    for (int i = 0; i < 6; i++) {
      assertThat(o[14 + i]).isCloseTo(o[14 + 12 + i], within(0.05f));
    }
  }

  @Test
  void aMissingChannelIsNamed() {
    DiffusionConfig c = TinyConfigs.POLICY;
    DiffusionConfig wrong =
        new DiffusionConfig(
            c.name(),
            List.of(new ObservationInput("observation.touch", 1)),
            c.action(),
            c.horizon(),
            c.nActionSteps(),
            false,
            c.denoisingSteps(),
            c.inferenceSteps(),
            c.prediction(),
            c.network());
    assertThatThrownBy(() -> ChunkProcessor.fit(wrong, data))
        .isInstanceOfSatisfying(
            StropException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MISSING_DATA))
        .hasMessageContaining("observation.touch");
    assertThatThrownBy(() -> ChunkProcessor.fit(c, List.of())).isInstanceOf(StropException.class);
  }
}
