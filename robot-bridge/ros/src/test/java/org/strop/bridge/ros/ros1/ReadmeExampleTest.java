package org.strop.bridge.ros.ros1;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.strop.bridge.ros.PublisherOptions;
import org.strop.bridge.ros.PublisherOptions.Overflow;
import org.strop.bridge.ros.RosNode;
import org.strop.bridge.ros.RosPublisher;
import org.strop.bridge.ros.SubscriberOptions;
import org.strop.bridge.ros.msg.Header;
import org.strop.bridge.ros.msg.Vector3;
import org.strop.bridge.ros.msg.Wrench;
import org.strop.bridge.ros.msg.WrenchStamped;

/** The example of the README. */
class ReadmeExampleTest {
  @Test
  void aWrenchGoesFromOneNodeToAnother() throws Exception {
    CompletableFuture<Double> pressed = new CompletableFuture<>();
    try (EmbeddedMaster master = EmbeddedMaster.start(0);
        RosNode sensor = Ros1Node.connect(master.uri(), "/wrist");
        RosNode recorder = Ros1Node.connect(master.uri(), "/recorder")) {
      recorder.subscribe(
          "/force_torque_sensor_broadcaster/wrench",
          WrenchStamped.class,
          SubscriberOptions.usual(),
          (message, receiveNanos) -> pressed.complete(message.wrench().force().z()));
      RosPublisher<WrenchStamped> wrench =
          sensor.advertise(
              "/force_torque_sensor_broadcaster/wrench",
              WrenchStamped.class,
              new PublisherOptions(false, 100, Overflow.BLOCK));
      wrench.awaitSubscribers(1, Duration.ofSeconds(10));
      wrench.publish(
          new WrenchStamped(
              new Header(0, sensor.nowNanos(), "wrist_ft"),
              new Wrench(new Vector3(0, 0, -8.5), new Vector3(0, 0, 0))));
      assertThat(pressed.get(10, TimeUnit.SECONDS)).isEqualTo(-8.5);
    }
  }
}
