package org.strop.bridge.trajectory.codec;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.TreeSet;
import org.strop.bridge.trajectory.Choice;
import org.strop.bridge.trajectory.PreferenceLabel;
import org.strop.bridge.trajectory.Provenance;
import org.strop.bridge.trajectory.ScoreLabel;
import org.strop.bridge.trajectory.SegmentRef;
import org.strop.bridge.trajectory.codec.v1.SegmentPair;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/** Turns labels into messages and back. Equal labels give equal bytes. */
public final class LabelCodec {
  private LabelCodec() {}

  /** Returns an encoded {@code strop.v1.PreferenceLabel}. */
  public static byte[] encode(PreferenceLabel label) {
    return org.strop.bridge.trajectory.codec.v1.PreferenceLabel.newBuilder()
        .setLabelId(label.labelId())
        .setPair(
            SegmentPair.newBuilder()
                .setFirst(encode(label.first()))
                .setSecond(encode(label.second())))
        .setChoice(encode(label.choice()))
        .setProvenance(encode(label.provenance()))
        .build()
        .toByteArray();
  }

  /** Returns an encoded {@code strop.v1.ScoreLabel}. */
  public static byte[] encode(ScoreLabel label) {
    return org.strop.bridge.trajectory.codec.v1.ScoreLabel.newBuilder()
        .setLabelId(label.labelId())
        .setSegment(encode(label.segment()))
        .setScore(label.score())
        .addAllCauses(new TreeSet<>(label.causes()))
        .setProvenance(encode(label.provenance()))
        .build()
        .toByteArray();
  }

  /**
   * Returns the label that was encoded.
   *
   * @param where place of the bytes, told in errors
   * @throws StropException CORRUPT_DATA if the bytes are not a valid label
   */
  public static PreferenceLabel decodePreference(byte[] bytes, String where) {
    try {
      var message = org.strop.bridge.trajectory.codec.v1.PreferenceLabel.parseFrom(bytes);
      return new PreferenceLabel(
          message.getLabelId(),
          decode(message.getPair().getFirst()),
          decode(message.getPair().getSecond()),
          decode(message.getChoice()),
          decode(message.getProvenance()));
    } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
      throw corrupt("a preference label", where, e);
    }
  }

  /**
   * Returns the label that was encoded.
   *
   * @param where place of the bytes, told in errors
   * @throws StropException CORRUPT_DATA if the bytes are not a valid label
   */
  public static ScoreLabel decodeScore(byte[] bytes, String where) {
    try {
      var message = org.strop.bridge.trajectory.codec.v1.ScoreLabel.parseFrom(bytes);
      return new ScoreLabel(
          message.getLabelId(),
          decode(message.getSegment()),
          message.getScore(),
          new TreeSet<>(message.getCausesList()),
          decode(message.getProvenance()));
    } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
      throw corrupt("a score label", where, e);
    }
  }

  private static StropException corrupt(String kind, String where, Exception e) {
    String what = "these bytes are not " + kind + ": " + e.getMessage() + ".";
    return new StropException(
        ErrorCode.CORRUPT_DATA, what, where, "copy them again from their source.", e);
  }

  private static org.strop.bridge.trajectory.codec.v1.SegmentRef encode(SegmentRef segment) {
    return org.strop.bridge.trajectory.codec.v1.SegmentRef.newBuilder()
        .setEpisodeId(segment.episodeId())
        .setFromStep(segment.from())
        .setToStep(segment.to())
        .build();
  }

  private static SegmentRef decode(org.strop.bridge.trajectory.codec.v1.SegmentRef message) {
    return new SegmentRef(message.getEpisodeId(), message.getFromStep(), message.getToStep());
  }

  private static org.strop.bridge.trajectory.codec.v1.Choice encode(Choice choice) {
    return switch (choice) {
      case FIRST -> org.strop.bridge.trajectory.codec.v1.Choice.CHOICE_FIRST;
      case SECOND -> org.strop.bridge.trajectory.codec.v1.Choice.CHOICE_SECOND;
      case SAME -> org.strop.bridge.trajectory.codec.v1.Choice.CHOICE_SAME;
      case CANT_TELL -> org.strop.bridge.trajectory.codec.v1.Choice.CHOICE_CANT_TELL;
    };
  }

  private static Choice decode(org.strop.bridge.trajectory.codec.v1.Choice choice) {
    return switch (choice) {
      case CHOICE_FIRST -> Choice.FIRST;
      case CHOICE_SECOND -> Choice.SECOND;
      case CHOICE_SAME -> Choice.SAME;
      case CHOICE_CANT_TELL -> Choice.CANT_TELL;
      case CHOICE_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException("the choice is " + choice);
    };
  }

  private static org.strop.bridge.trajectory.codec.v1.Provenance encode(Provenance provenance) {
    return org.strop.bridge.trajectory.codec.v1.Provenance.newBuilder()
        .setKind(provenance.kind())
        .setOperator(provenance.operator())
        .setWallTimeMillis(provenance.wallTimeMillis())
        .setResponseMillis(provenance.responseMillis())
        .setConfidence(provenance.confidence())
        .build();
  }

  private static Provenance decode(org.strop.bridge.trajectory.codec.v1.Provenance message) {
    return new Provenance(
        message.getKind(),
        message.getOperator(),
        message.getWallTimeMillis(),
        message.getResponseMillis(),
        message.getConfidence());
  }
}
