package org.strop.bridge.ros.ros1;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import org.strop.bridge.ros.ros1.master.MasterServer;
import org.strop.bridge.ros.ros1.net.NodeAddress;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/**
 * A ROS master with parameter server inside this process, so that nodes meet without a roscore.
 * Debian's ROS tools work with it. Thread-safe.
 */
public final class EmbeddedMaster implements AutoCloseable {
  /** The port of ROS masters. */
  public static final int USUAL_PORT = 11311;

  private final MasterServer server;

  private EmbeddedMaster(MasterServer server) {
    this.server = server;
  }

  /**
   * Starts a master where {@code ROS_HOSTNAME} or {@code ROS_IP} say; without them on loopback.
   *
   * @param port 0 takes a free one
   * @throws StropException with {@link ErrorCode#PORT_IN_USE} if the port is taken
   */
  public static EmbeddedMaster start(int port) {
    return start(port, NodeAddress.fromEnvironment(System.getenv()));
  }

  /**
   * Starts a master at an address.
   *
   * @param port 0 takes a free one
   * @throws StropException with {@link ErrorCode#PORT_IN_USE} if the port is taken
   */
  public static EmbeddedMaster start(int port, NodeAddress address) {
    try {
      return new EmbeddedMaster(MasterServer.start(address, port));
    } catch (BindException e) {
      throw new StropException(
          ErrorCode.PORT_IN_USE,
          "port " + port + " is taken; another ROS master may run there",
          "embedded ROS master on " + address.host(),
          "use that master (ROS_MASTER_URI="
              + address.uri("http", port)
              + "), stop it,"
              + " or choose another port",
          e);
    } catch (IOException e) {
      throw new StropException(
          ErrorCode.IO,
          "the embedded ROS master can't listen: " + e.getMessage(),
          address.host() + ", port " + port,
          "check ROS_IP and ROS_HOSTNAME, or unset both",
          e);
    }
  }

  /** Returns the address, the value for {@code ROS_MASTER_URI}. */
  public URI uri() {
    return server.uri();
  }

  /** Stops the master; running nodes keep their connections. Idempotent. */
  @Override
  public void close() {
    server.close();
  }
}
