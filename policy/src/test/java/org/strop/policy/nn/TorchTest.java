package org.strop.policy.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.engine.Engine;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

class TorchTest {
  private static final ComputeConfig CPU = new ComputeConfig(DeviceKind.CPU, 1);

  @Test
  void cudaWithoutAGpuIsAnErrorNeverASilentCpuRun() {
    Torch.start(CPU);
    Assumptions.assumeTrue(
        Engine.getEngine("PyTorch").getGpuCount() == 0, "this machine has a GPU");
    assertThatThrownBy(() -> Torch.start(new ComputeConfig(DeviceKind.CUDA, 1)))
        .isInstanceOfSatisfying(
            StropException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.DEVICE);
              assertThat(e.fix()).contains("device: cpu");
            });
  }

  @Test
  void anotherNumberOfThreadsIsRefused() {
    Torch.start(CPU);
    assertThatThrownBy(() -> Torch.start(new ComputeConfig(DeviceKind.CPU, 7)))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("threads is 7, but PyTorch already runs with 1");
  }

  @Test
  void saysWhatItIs() {
    assertThat(Torch.start(CPU).description()).isEqualTo("PyTorch 2.7.1, cpu()");
  }

  /** DJL notes the time of its last report in a field; it must never have been set. */
  @Test
  void nothingIsReportedAlsoWhereTheEnvironmentDoesNotForbidIt()
      throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder child =
        new ProcessBuilder(
            java, "-cp", System.getProperty("java.class.path"), Child.class.getName());
    child.environment().remove("OPT_OUT_TRACKING");
    child.environment().remove("DJL_OFFLINE");
    child.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = child.start();
    try (InputStream out = process.getInputStream()) {
      assertThat(new String(out.readAllBytes(), StandardCharsets.UTF_8)).endsWith("last report 0");
    }
    assertThat(process.waitFor()).isZero();
  }

  /** Starts the engine in a fresh process and tells when DJL last reported. */
  static final class Child {
    public static void main(String[] args) throws ReflectiveOperationException {
      Torch.start(CPU);
      Field last = Class.forName("ai.djl.util.Ec2Utils").getDeclaredField("lastCheckIn");
      last.setAccessible(true);
      System.out.print("last report " + last.getLong(null));
    }
  }
}
