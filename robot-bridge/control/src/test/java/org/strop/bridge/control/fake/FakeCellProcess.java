package org.strop.bridge.control.fake;

import java.net.URI;
import java.util.concurrent.CountDownLatch;
import org.strop.bridge.control.robot.RobotConfig;
import org.strop.bridge.ros.RosNode;
import org.strop.bridge.ros.ros1.Ros1Node;

/** A fake cell in a process of its own, so that it can be killed. */
public final class FakeCellProcess {
  private FakeCellProcess() {}

  /** Serves until it is killed: master URI, ticks of an episode. */
  public static void main(String[] args) throws InterruptedException {
    RobotConfig robot = ShippedRobot.load();
    RosNode node = Ros1Node.connect(URI.create(args[0]), "/peeling_cell");
    try (FakeCell cell = new FakeCell(node, robot, Integer.parseInt(args[1]), 1_000_000_000L)) {
      new CountDownLatch(1).await();
    }
  }
}
