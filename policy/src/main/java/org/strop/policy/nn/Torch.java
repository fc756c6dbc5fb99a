package org.strop.policy.nn;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.StandardCapabilities;
import ai.djl.ndarray.NDManager;
import java.util.concurrent.atomic.AtomicReference;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/**
 * The one PyTorch engine of this process, started with a fixed device and number of threads.
 *
 * <p>Starting sets what DJL reads once: its telemetry and its downloads are off, also where the
 * environment does not say so, and the graph optimiser, which times itself and so makes runs
 * differ, is off. Thread-safe.
 */
public final class Torch {
  private static final AtomicReference<Torch> STARTED = new AtomicReference<>();

  private final Engine engine;
  private final ComputeConfig config;
  private final Device device;

  private Torch(Engine engine, ComputeConfig config, Device device) {
    this.engine = engine;
    this.config = config;
    this.device = device;
  }

  /**
   * Returns the engine; starts it on the first call.
   *
   * @throws StropException {@code DEVICE} if {@code cuda} is asked for and there is none, {@code
   *     CONFIG} if the engine runs already with another configuration
   */
  public static Torch start(ComputeConfig config) {
    synchronized (STARTED) {
      Torch running = STARTED.get();
      if (running == null) {
        running = launch(config);
        STARTED.set(running);
      }
      return running.withDevice(config);
    }
  }

  private static Torch launch(ComputeConfig config) {
    stayOffline();
    String threads = Integer.toString(config.threads());
    System.setProperty("ai.djl.pytorch.num_threads", threads);
    System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    System.setProperty("ai.djl.pytorch.graph_optimizer", "false");
    Engine engine = Engine.getEngine("PyTorch");
    return new Torch(engine, new ComputeConfig(DeviceKind.CPU, config.threads()), Device.cpu());
  }

  /** DJL reports its use to its makers unless told not to; natives come from the class path. */
  private static void stayOffline() {
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("offline", "true");
  }

  private Torch withDevice(ComputeConfig wanted) {
    if (wanted.threads() != config.threads()) {
      throw new StropException(
          ErrorCode.CONFIG,
          "threads is " + wanted.threads() + ", but PyTorch already runs with " + config.threads(),
          "key compute.threads",
          "use one number of threads in all configurations of a run");
    }
    return switch (wanted.device()) {
      case CPU -> new Torch(engine, wanted, Device.cpu());
      case CUDA -> new Torch(engine, wanted, gpu());
    };
  }

  private Device gpu() {
    if (engine.getGpuCount() == 0) {
      throw new StropException(
          ErrorCode.DEVICE,
          "device is cuda, but this machine has no GPU that PyTorch can see",
          "key compute.device",
          "set device: cpu, or check the driver with nvidia-smi");
    }
    if (!engine.hasCapability(StandardCapabilities.CUDA)) {
      throw new StropException(
          ErrorCode.DEVICE,
          "device is cuda, but this build carries PyTorch for CPU only",
          "key compute.device",
          "set device: cpu, or build with PyTorch's CUDA natives");
    }
    return Device.gpu(0);
  }

  /** Returns what it was started with. */
  public ComputeConfig config() {
    return config;
  }

  /** Returns a manager on this device, to be closed by the caller. */
  public NDManager newManager() {
    return engine.newBaseManager(device);
  }

  /** Returns engine, version and device for a run's records, for example {@code PyTorch 2.7.1}. */
  public String description() {
    return engine.getEngineName() + " " + engine.getVersion() + ", " + device;
  }

  Engine engine() {
    return engine;
  }
}
