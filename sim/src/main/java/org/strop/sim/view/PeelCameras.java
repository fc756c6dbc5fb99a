package org.strop.sim.view;

import java.util.LinkedHashMap;
import java.util.Map;
import org.strop.sim.camera.CameraPose;
import org.strop.sim.camera.CameraRigConfig;
import org.strop.sim.camera.Frame;
import org.strop.sim.camera.Renderer;
import org.strop.sim.camera.Scene;
import org.strop.sim.cell.PeelingCell;

/**
 * The cameras of a peeling cell: colour and depth of all of them at one moment. The same state
 * gives the same bytes. Not thread-safe; one for each cell.
 */
public final class PeelCameras {
  private final CameraRigConfig rig;
  private final PeelScene scene;
  private final Map<String, Renderer> renderers = new LinkedHashMap<>();
  private final Map<String, Frame> frames = new LinkedHashMap<>();

  /** Puts a rig into a cell. */
  public PeelCameras(PeelingCell cell, CameraRigConfig rig) {
    this.rig = rig;
    scene = new PeelScene(cell, rig.light(), rig.stride(), rig.shadowSize());
    rig.cameras().keySet().forEach(n -> renderers.put(n, new Renderer(rig.intrinsics(n), 1)));
  }

  /**
   * Looks at the cell as it is now.
   *
   * @return by the camera's name; the frames are overwritten by the next call
   */
  public Map<String, Frame> see() {
    scene.observe();
    Scene prepared = scene.prepared();
    renderers.forEach(
        (name, renderer) -> frames.put(name, renderer.render(prepared, poseOf(name))));
    return frames;
  }

  /**
   * Returns where a camera is now, its optical frame in the world.
   *
   * @throws IllegalArgumentException if there is no such camera
   */
  public CameraPose poseOf(String name) {
    CameraRigConfig.Mount mount = rig.cameras().get(name);
    if (mount == null) {
      throw new IllegalArgumentException("no camera " + name + " in " + rig.cameras().keySet());
    }
    CameraRigConfig.Place from = mount.position();
    CameraRigConfig.Place to = mount.lookAt();
    if (mount instanceof CameraRigConfig.Fixed) {
      return CameraPose.lookAt(from.x(), from.y(), from.z(), to.x(), to.y(), to.z());
    }
    ToolFrame tool = ToolFrame.of(scene.tool());
    double[] a = tool.point(from.x(), from.y(), from.z());
    double[] b = tool.point(to.x(), to.y(), to.z());
    return CameraPose.lookAt(a[0], a[1], a[2], b[0], b[1], b[2]);
  }
}
