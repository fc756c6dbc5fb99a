package org.strop.launch.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DoctorTest {
  private static Check find(List<Check> checks, String name) {
    return checks.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void aMasterThatAnswersIsOkAndOneThatDoesNotFailsWithAMend() throws Exception {
    try (ServerSocket master = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String uri = "http://127.0.0.1:" + master.getLocalPort();
      assertThat(ros(uri).status()).isEqualTo(Check.Status.OK);
      master.close();
      assertThat(ros(uri).status()).isEqualTo(Check.Status.FAIL);
      assertThat(ros(uri).mend()).contains("roscore");
    }
    assertThat(ros("not a uri").status()).isEqualTo(Check.Status.FAIL);
  }

  private static Check ros(String uri) {
    return find(new Doctor(Map.of("ROS_MASTER_URI", uri), Path.of(".")).examine(), "ROS");
  }

  @Test
  void whateverIsNotOkTellsItsMend() {
    for (Check check : new Doctor(Map.of(), Path.of(".")).examine()) {
      assertThat(check.mend().isEmpty())
          .as(check.name())
          .isEqualTo(check.status() == Check.Status.OK);
    }
  }
}
