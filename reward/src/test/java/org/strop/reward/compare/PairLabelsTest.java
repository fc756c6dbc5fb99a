package org.strop.reward.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strop.configs.StropException;
import org.strop.reward.ceiling.Vote;

class PairLabelsTest {
  @TempDir private Path folder;

  private void write(String name, String shape, double... values) throws IOException {
    String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (" + shape + "), }";
    String padded = header + " ".repeat(117 - header.length()) + "\n";
    ByteBuffer out = ByteBuffer.allocate(10 + 118 + 8 * values.length);
    out.order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII)).put((byte) 1);
    out.put((byte) 0).putShort((short) 118).put(padded.getBytes(StandardCharsets.US_ASCII));
    for (double v : values) {
      out.putDouble(v);
    }
    Files.write(folder.resolve(name), out.array());
  }

  @Test
  void readsEveryConditionAndTurnsRepeatedPairsTheSameWay() throws IOException {
    write("b_X.npy", "3, 3", 5, 1, 2, -5, 2, 1, 0, 0, 0);
    write("b_Y.npy", "3,", 1, 0, 0.5);
    write("b_segment_pairs.npy", "3, 2, 1", 7, 8, 8, 7, 7, 9);
    write("a_X.npy", "1, 3", 1, 0, 0);
    write("a_Y.npy", "1,", 1);
    List<KnoxLabels> all = KnoxLabels.readAll(folder);
    assertThat(all).extracting(KnoxLabels::task).containsExactly("a", "b");
    KnoxLabels b = all.get(1);
    assertThat(b.groups()).containsExactly(0, 0, 1);
    assertThat(b.votes()).extracting(Vote::label).containsExactly(1.0, 1.0, 0.5);
    PairLabels.Difference first = b.differences(new int[0]).get(0);
    assertThat(first.mixed(0)).containsExactly(5);
    // The regret logit of METHODS 2: X0 + X2 − X1.
    assertThat(first.mixed(1)).containsExactly(6);
  }

  @Test
  void wrongFilesAreRefused() throws IOException {
    assertThatThrownBy(() -> KnoxLabels.readAll(folder))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("no file NAME_X.npy");
    write("c_X.npy", "1, 3", 1, Double.NaN, 0);
    write("c_Y.npy", "1,", 1);
    assertThatThrownBy(() -> KnoxLabels.readAll(folder)).hasMessageContaining("X holds NaN");
  }

  @Test
  void linearPairsFitScalingAndValuesToTrainingSegmentsOnly() {
    SplittableRandom random = new SplittableRandom(1);
    List<LinearPairs.Labelled> pairs = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      // The last pair is of another kind: anything fitted to it would show.
      double size = i == 5 ? 1000 : 1;
      pairs.add(
          new LinearPairs.Labelled("a", segment(random, size, 4), segment(random, size, 7), 1));
    }
    CompareConfig config = TestCompare.shipped();
    LinearPairs all = labels(config, pairs);
    LinearPairs without = labels(config, pairs.subList(0, 5));
    int[] train = {0, 1, 2, 3, 4};
    for (int i : train) {
      assertThat(all.differences(train).get(i).mixed(1))
          .containsExactly(without.differences(train).get(i).mixed(1), within(1e-12));
    }
    assertThat(all.differences(new int[] {0, 5}).get(0).mixed(1)[0])
        .isNotCloseTo(without.differences(train).get(0).mixed(1)[0], within(1e-6));
  }

  private static LinearPairs labels(CompareConfig config, List<LinearPairs.Labelled> pairs) {
    int[] groups = IntStream.range(0, pairs.size()).toArray();
    return new LinearPairs(config, "test", pairs, groups, List.of());
  }

  private static LinearPairs.Segment segment(SplittableRandom random, double size, int steps) {
    float[][] rows = new float[steps][2];
    for (float[] row : rows) {
      row[0] = (float) (size * random.nextGaussian());
      row[1] = (float) random.nextGaussian();
    }
    return new LinearPairs.Segment(rows, rows, false);
  }
}
