package org.strop.policy.nn;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Numbers of PyTorch, and the fixed inputs that they were made from. */
public final class Golden {
  /** Float32 against float64 through sums of some tens of terms. */
  public static final double F32_SUM = 2e-6;

  private Golden() {}

  /** Returns a file of {@code src/test/resources/golden}. */
  public static JsonNode load(String name) {
    try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name)) {
      return new ObjectMapper().readTree(Objects.requireNonNull(in, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns scale·sin(1.3·k + shift) for k = 0 to n − 1. */
  public static float[] wave(int n, double shift, double scale) {
    float[] out = new float[n];
    for (int k = 0; k < n; k++) {
      out[k] = (float) (scale * Math.sin(1.3 * k + shift));
    }
    return out;
  }

  /** Fails unless |a − b| ≤ tolerance·(1 + |b|) everywhere; NaN fails. */
  public static void assertClose(NDArray actual, JsonNode expected, double tolerance) {
    assertClose(actual.toFloatArray(), expected, tolerance);
  }

  /** Fails unless |a − b| ≤ tolerance·(1 + |b|) everywhere; NaN fails. */
  public static void assertClose(float[] actual, JsonNode expected, double tolerance) {
    assertThat(actual).hasSize(expected.size());
    for (int i = 0; i < actual.length; i++) {
      double b = expected.get(i).asDouble();
      double error = Math.abs(actual[i] - b);
      assertThat(error <= tolerance * (1 + Math.abs(b)))
          .as("value %d: expected %s, found %s", i, b, actual[i])
          .isTrue();
    }
  }
}
