package org.strop.ui.panel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CountDownLatch;

/** A panel in a process of its own, to be killed: writes its port to a file and runs on. */
final class LabellingChild {
  private LabellingChild() {}

  /** Arguments: the store's folder, the number of attempts, the file for the port. */
  public static void main(String[] args) throws IOException, InterruptedException {
    PanelFixture panel =
        PanelFixture.start(Path.of(args[0]), Integer.parseInt(args[1]), PanelConfig.local(0));
    Path portFile = Path.of(args[2]);
    Path whole = portFile.resolveSibling("port.tmp");
    Files.writeString(whole, String.valueOf(panel.server().port()));
    Files.move(whole, portFile, StandardCopyOption.ATOMIC_MOVE);
    new CountDownLatch(1).await();
  }
}
