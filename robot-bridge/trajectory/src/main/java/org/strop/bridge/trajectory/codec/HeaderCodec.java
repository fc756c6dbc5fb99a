package org.strop.bridge.trajectory.codec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.strop.bridge.trajectory.ChannelSpec;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.bridge.trajectory.TrajectoryInfo;
import org.strop.bridge.trajectory.codec.v1.Attribute;
import org.strop.bridge.trajectory.codec.v1.EpisodeHeader;
import org.strop.bridge.trajectory.codec.v1.Workpiece;

/** Turns what an episode says about itself into its header message and back. */
final class HeaderCodec {
  private HeaderCodec() {}

  static EpisodeHeader encode(Trajectory trajectory) {
    TrajectoryInfo info = trajectory.info();
    EpisodeHeader.Builder header =
        EpisodeHeader.newBuilder()
            .setSchemaVersion(EpisodeCodec.SCHEMA_VERSION)
            .setEpisodeId(info.episodeId())
            .setRobot(info.robot())
            .setTask(info.task())
            .setSource(info.source())
            .setSeed(info.seed())
            .setRateHz(info.rateHz())
            .setStepCount(trajectory.length())
            .setEventCount(trajectory.events().size());
    info.workpiece().ifPresent(workpiece -> header.setWorkpiece(encode(workpiece)));
    new TreeMap<>(info.attributes())
        .forEach(
            (key, value) ->
                header.addAttributes(Attribute.newBuilder().setKey(key).setValue(value)));
    trajectory.specs().forEach(spec -> header.addChannels(encode(spec)));
    return header.build();
  }

  static TrajectoryInfo decode(EpisodeHeader header) {
    Map<String, String> attributes = new LinkedHashMap<>();
    header.getAttributesList().forEach(a -> attributes.put(a.getKey(), a.getValue()));
    return new TrajectoryInfo(
        header.getEpisodeId(),
        header.getRobot(),
        header.getTask(),
        header.getSource(),
        header.getSeed(),
        header.getRateHz(),
        header.hasWorkpiece() ? Optional.of(decode(header.getWorkpiece())) : Optional.empty(),
        attributes);
  }

  static org.strop.bridge.trajectory.codec.v1.ChannelSpec encode(ChannelSpec spec) {
    return org.strop.bridge.trajectory.codec.v1.ChannelSpec.newBuilder()
        .setKey(spec.key())
        .addAllNames(spec.names())
        .addAllUnits(spec.units())
        .setFrame(spec.frame())
        .build();
  }

  static ChannelSpec decode(org.strop.bridge.trajectory.codec.v1.ChannelSpec spec) {
    return new ChannelSpec(
        spec.getKey(), spec.getNamesList(), List.copyOf(spec.getUnitsList()), spec.getFrame());
  }

  private static Workpiece encode(org.strop.bridge.trajectory.Workpiece workpiece) {
    Workpiece.Builder message =
        Workpiece.newBuilder()
            .setKind(workpiece.kind())
            .setSkinThicknessM(workpiece.skinThicknessM());
    for (float value : workpiece.profile().toArray()) {
      message.addProfileM(value);
    }
    return message.build();
  }

  private static org.strop.bridge.trajectory.Workpiece decode(Workpiece message) {
    float[] profile = SampleCodec.toArray(message.getProfileMList());
    return new org.strop.bridge.trajectory.Workpiece(
        message.getKind(),
        FloatMatrix.of(profile.length / 3, 3, profile),
        message.getSkinThicknessM());
  }
}
