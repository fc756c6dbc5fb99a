package org.strop.bridge.ros.ros1.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.strop.configs.StropException;

class NodeAddressTest {
  /** TEST-NET-3: never the address of a real machine. */
  private static final URI ELSEWHERE = URI.create("http://203.0.113.7:11311/");

  @Test
  void withoutTheEnvironmentANodeIsOnLoopbackOnly() {
    assertThat(NodeAddress.fromEnvironment(Map.of("ROS_IP", " ")))
        .isEqualTo(NodeAddress.loopback());
    assertThat(NodeAddress.loopback().bind().isLoopbackAddress()).isTrue();
  }

  @Test
  void rosHostnameWinsOverRosIpAndLoopbackStaysLoopback() {
    NodeAddress address =
        NodeAddress.fromEnvironment(Map.of("ROS_HOSTNAME", "localhost", "ROS_IP", "203.0.113.9"));
    assertThat(address.host()).isEqualTo("localhost");
    assertThat(address.bind().isLoopbackAddress()).isTrue();
    NodeAddress lan = NodeAddress.fromEnvironment(Map.of("ROS_IP", "203.0.113.9"));
    assertThat(lan.uri("http", 7)).hasToString("http://203.0.113.9:7/");
    assertThat(lan.bind().isAnyLocalAddress()).isTrue();
  }

  @Test
  void aNameWithoutAnAddressIsTold() {
    assertThatThrownBy(
            () -> NodeAddress.fromEnvironment(Map.of("ROS_HOSTNAME", "no such host.invalid")))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("ROS_HOSTNAME")
        .hasMessageContaining("no such host.invalid");
  }

  @Test
  void aLoopbackNodeUnderAMasterElsewhereIsRefusedWithTheMend() {
    assertThatThrownBy(() -> NodeAddress.loopback().checkReachableFrom(ELSEWHERE))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("loopback only")
        .hasMessageContaining("export ROS_IP=");
    assertThatCode(
            () ->
                NodeAddress.fromEnvironment(Map.of("ROS_IP", "203.0.113.9"))
                    .checkReachableFrom(ELSEWHERE))
        .doesNotThrowAnyException();
    assertThatCode(
            () -> NodeAddress.loopback().checkReachableFrom(URI.create("http://127.0.0.1:1/")))
        .doesNotThrowAnyException();
  }

  @Test
  void anIpv6AddressIsBracketed() {
    assertThat(NodeAddress.fromEnvironment(Map.of("ROS_IP", "::1")).uri("http", 7))
        .hasToString("http://[::1]:7/");
  }
}
