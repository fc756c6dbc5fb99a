package org.strop.reward.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.strop.configs.ConfigLoader;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.policy.nn.SafeTensors;
import org.strop.policy.nn.Tensor;
import org.strop.reward.features.FeatureScaling;

/**
 * A reward as one safetensors file: weights and scaling as tensors, format, version and
 * configuration as its metadata. Written to a temporary name, synced, renamed.
 */
final class RewardCheckpoint {
  /** Name of the file in a run's folder. */
  static final String FILE_NAME = "reward.safetensors";

  private static final String FORMAT = "strop-reward";
  private static final int VERSION = 1;
  private static final String MEAN = "scaling.mean";
  private static final String DEVIATION = "scaling.deviation";

  private RewardCheckpoint() {}

  static void write(Path file, RewardModel model) {
    Map<String, Tensor> tensors = new HashMap<>(model.tensors());
    tensors.put(MEAN, Tensor.vector(model.scaling().mean()));
    tensors.put(DEVIATION, Tensor.vector(model.scaling().deviation()));
    Map<String, String> metadata =
        Map.of(
            "format",
            FORMAT,
            "version",
            Integer.toString(VERSION),
            "config",
            ConfigLoader.toYaml(model.config()));
    try {
      Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
      SafeTensors.write(temporary, tensors, metadata);
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw failed("Writing", file, e);
    }
  }

  static RewardModel read(Path path) {
    Path file = Files.isDirectory(path) ? path.resolve(FILE_NAME) : path;
    SafeTensors.Content content;
    try {
      content = SafeTensors.read(file);
    } catch (IOException e) {
      throw failed("Reading", file, e);
    }
    requireVersion(content.metadata(), file);
    RewardConfig config =
        ConfigLoader.parse(
                content.metadata().getOrDefault("config", ""),
                file.toString(),
                List.of(),
                RewardConfig.class)
            .value();
    Map<String, Tensor> tensors = new HashMap<>(content.tensors());
    Tensor mean = take(tensors, MEAN, config, file);
    Tensor deviation = take(tensors, DEVIATION, config, file);
    FeatureScaling scaling =
        new FeatureScaling(mean.values(), deviation.values(), config.features().clip());
    return new RewardModel(config, scaling, tensors, file.toString());
  }

  private static void requireVersion(Map<String, String> metadata, Path file) {
    String version = metadata.getOrDefault("version", "");
    if (!FORMAT.equals(metadata.get("format")) || !version.matches("[1-9][0-9]{0,5}")) {
      throw new StropException(
          ErrorCode.CORRUPT_DATA,
          file.getFileName() + " is not a reward, but " + metadata.get("format") + ".",
          file.toString(),
          "give a file that 'strop reward' wrote.");
    }
    if (Integer.parseInt(version) > VERSION) {
      throw new StropException(
          ErrorCode.TOO_NEW,
          "The reward has format version "
              + version
              + ", this release reads up to "
              + VERSION
              + ".",
          file.toString(),
          "use the release that wrote it, or a newer one.");
    }
  }

  private static Tensor take(
      Map<String, Tensor> tensors, String name, RewardConfig config, Path file) {
    int width = RewardModel.featuresOf(config).width();
    Tensor tensor = tensors.remove(name);
    if (tensor == null || tensor.size() != width) {
      throw new StropException(
          ErrorCode.CORRUPT_DATA,
          "Expected tensor " + name + "[" + width + "], found " + tensor + ".",
          file.toString(),
          "use another copy of the file, or train again.");
    }
    return tensor;
  }

  private static StropException failed(String what, Path file, IOException e) {
    return new StropException(
        ErrorCode.IO,
        what + " the reward failed: " + e.getMessage() + ".",
        file.toString(),
        "check the disk and the permissions.",
        e);
  }
}
