package org.strop.bridge.ros.ros1;

import java.net.URI;
import java.nio.file.Path;
import org.strop.bridge.ros.ros1.net.NodeAddress;

/** Debian's tools under the embedded master. */
class EmbeddedMasterIT extends RosToolsContract {
  @Override
  Master startMaster(Path folder) {
    EmbeddedMaster master = EmbeddedMaster.start(0, NodeAddress.loopback());
    return new Master() {
      @Override
      public URI uri() {
        return master.uri();
      }

      @Override
      public void stop() {
        master.close();
      }
    };
  }
}
