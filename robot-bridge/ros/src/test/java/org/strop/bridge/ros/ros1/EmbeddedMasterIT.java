package org.strop.bridge.ros.ros1;

import java.net.URI;
import java.nio.file.Path;
import org.strop.bridge.ros.ros1.net.NodeAddress;

/** Debian's tools under the embedded master. */
class EmbeddedMasterIT extends RosToolsContract {
  private EmbeddedMaster master;

  @Override
  URI startMaster(Path folder) {
    master = EmbeddedMaster.start(0, NodeAddress.loopback());
    return master.uri();
  }

  @Override
  void stopMaster() {
    master.close();
  }
}
