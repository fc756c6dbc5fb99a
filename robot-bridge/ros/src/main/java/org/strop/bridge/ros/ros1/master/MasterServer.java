package org.strop.bridge.ros.ros1.master;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import org.strop.bridge.ros.ros1.net.NodeAddress;
import org.strop.bridge.ros.ros1.xmlrpc.XmlRpcHandler;
import org.strop.bridge.ros.ros1.xmlrpc.XmlRpcLimits;
import org.strop.bridge.ros.ros1.xmlrpc.XmlRpcServer;

/** The embedded master: graph and parameters behind one XML-RPC port. */
public final class MasterServer implements AutoCloseable {
  private final Notifier notifier;
  private final XmlRpcServer server;
  private final URI uri;

  private MasterServer(Notifier notifier, XmlRpcServer server, URI uri) {
    this.notifier = notifier;
    this.server = server;
    this.uri = uri;
  }

  /**
   * Starts a master.
   *
   * @param port 0 takes a free one
   * @throws java.net.BindException if the port is taken
   */
  public static MasterServer start(NodeAddress address, int port) throws IOException {
    Notifier notifier = new Notifier();
    // The master tells its own address, which is known once the port is: calls wait for it.
    CompletableFuture<XmlRpcHandler> api = new CompletableFuture<>();
    XmlRpcServer server =
        XmlRpcServer.start(
            "master",
            address.bind(),
            port,
            XmlRpcLimits.usual(),
            (method, params) -> api.join().handle(method, params));
    URI uri = address.uri("http", server.port());
    ParameterServer parameters = new ParameterServer(notifier);
    parameters.set("/run_id", "strop-" + ProcessHandle.current().pid() + "-" + server.port());
    parameters.set("/rosdistro", "noetic\n");
    parameters.set("/rosversion", "1.15.15\n");
    api.complete(new MasterApi(new Graph(notifier), parameters, uri));
    return new MasterServer(notifier, server, uri);
  }

  /** Returns the address. */
  public URI uri() {
    return uri;
  }

  @Override
  public void close() {
    server.close();
    notifier.close();
  }
}
