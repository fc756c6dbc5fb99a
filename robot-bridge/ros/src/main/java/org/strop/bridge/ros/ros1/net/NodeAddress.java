package org.strop.bridge.ros.ros1.net;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/**
 * Where a node listens, and the name under which other nodes find it.
 *
 * <p>As in ROS, {@code ROS_HOSTNAME} wins over {@code ROS_IP}. Unlike ROS, with neither of them the
 * node is on the loopback address only: nothing is open to a network that nobody asked for.
 *
 * @param host name or address told to the master
 * @param bind address listened on
 */
public record NodeAddress(String host, InetAddress bind) {
  private static final int ANY_PORT = 9;

  /** Returns the address that is reachable from this machine only. */
  public static NodeAddress loopback() {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    return new NodeAddress(loopback.getHostAddress(), loopback);
  }

  /**
   * Returns the address that the environment asks for.
   *
   * @param environment as of {@link System#getenv()}
   * @throws StropException if the name there has no address
   */
  public static NodeAddress fromEnvironment(Map<String, String> environment) {
    String key = present(environment, "ROS_HOSTNAME") ? "ROS_HOSTNAME" : "ROS_IP";
    String host = environment.get(key);
    if (host == null || host.isBlank()) {
      return loopback();
    }
    try {
      InetAddress address = InetAddress.getByName(host);
      InetAddress any = InetAddress.getByName("0.0.0.0");
      return new NodeAddress(host, address.isLoopbackAddress() ? address : any);
    } catch (UnknownHostException e) {
      throw new StropException(
          ErrorCode.CONFIG,
          "'" + host + "' has no network address",
          "environment variable " + key,
          "set " + key + " to a name or address of this machine that the robot can reach",
          e);
    }
  }

  private static boolean present(Map<String, String> environment, String key) {
    String value = environment.get(key);
    return value != null && !value.isBlank();
  }

  /**
   * Refuses a loopback node under a master elsewhere: the other nodes could never connect to it.
   *
   * @throws StropException with the address to set
   */
  public void checkReachableFrom(URI master) {
    if (!bind.isLoopbackAddress() || master.getHost() == null) {
      return;
    }
    InetAddress remote = resolved(master.getHost());
    if (remote == null || remote.isLoopbackAddress() || isOwn(remote)) {
      return;
    }
    throw new StropException(
        ErrorCode.CONFIG,
        "the ROS master is on another machine, but this node would listen on loopback only",
        "ROS_MASTER_URI " + master + ", ROS_IP and ROS_HOSTNAME not set",
        "set ROS_IP to this machine's address on the robot's network (export ROS_IP="
            + routeTo(remote)
            + ")");
  }

  private static @Nullable InetAddress resolved(String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      return null; // the first call to the master tells it
    }
  }

  private static boolean isOwn(InetAddress address) {
    try {
      return java.net.NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException e) {
      return false;
    }
  }

  private static String routeTo(InetAddress remote) {
    try (DatagramSocket probe = new DatagramSocket()) {
      probe.connect(new InetSocketAddress(remote, ANY_PORT)); // sends nothing
      return probe.getLocalAddress().getHostAddress();
    } catch (SocketException e) {
      return "ADDRESS";
    }
  }

  /** Returns the URI of a server on this address. */
  public URI uri(String scheme, int port) {
    String bracketed = host.contains(":") ? "[" + host + "]" : host;
    return URI.create(scheme + "://" + bracketed + ":" + port + "/");
  }
}
