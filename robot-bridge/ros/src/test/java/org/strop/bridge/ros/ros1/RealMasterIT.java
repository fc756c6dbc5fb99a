package org.strop.bridge.ros.ros1;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.strop.bridge.ros.ros1.xmlrpc.XmlRpcClient;

/** Debian's tools and our node under Debian's rosmaster. */
class RealMasterIT extends RosToolsContract {
  @Override
  Master startMaster(Path folder) throws Exception {
    int port = RosTools.freePort();
    URI uri = URI.create("http://127.0.0.1:" + port + "/");
    RosTools tools = new RosTools(uri, folder);
    tools.start("rosmaster", "--core", "-p", Integer.toString(port));
    XmlRpcClient client = new XmlRpcClient(uri, Duration.ofSeconds(1), Duration.ofSeconds(5));
    long deadline = System.nanoTime() + TestGraph.SOON.toNanos();
    while (!answers(client) && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    return new Master() {
      @Override
      public URI uri() {
        return uri;
      }

      @Override
      public void stop() {
        tools.close();
      }
    };
  }

  private static boolean answers(XmlRpcClient client) {
    try {
      return client.call("getUri", List.of("/test")) instanceof List<?>;
    } catch (IOException e) {
      return false;
    }
  }
}
