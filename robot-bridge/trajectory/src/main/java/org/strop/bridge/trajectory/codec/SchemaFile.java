package org.strop.bridge.trajectory.codec;

import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import java.util.LinkedHashMap;
import java.util.Map;
import org.strop.bridge.trajectory.codec.v1.Event;
import org.strop.bridge.trajectory.codec.v1.Image;
import org.strop.bridge.trajectory.mcap.McapWriter;

/** Describes messages inside an MCAP file, so that tools that never saw Strop can read them. */
public final class SchemaFile {
  /** Encoding of schemas and messages. */
  public static final String ENCODING = "protobuf";

  private final McapWriter writer;
  private final Map<String, Integer> ids = new LinkedHashMap<>();

  /** Adds schemas to a writer; not closed here. */
  public SchemaFile(McapWriter writer) {
    this.writer = writer;
  }

  /** Returns the id of the schema of a channel's samples; adds it the first time. */
  public int ofSamples(SampleCodec codec) {
    return idOf(codec.type());
  }

  /** Returns the id of the schema of events; adds it the first time. */
  public int ofEvents() {
    return idOf(Event.getDescriptor());
  }

  /** Returns the id of the schema of images; adds it the first time. */
  public int ofImages() {
    return idOf(Image.getDescriptor());
  }

  /** Returns the id of the schema of a message type; adds it the first time. */
  int idOf(Descriptor type) {
    return ids.computeIfAbsent(
        type.getFullName(), name -> writer.schema(name, ENCODING, descriptorSet(type)));
  }

  /** Returns the file of a message type after all files that it imports, as the registry asks. */
  static byte[] descriptorSet(Descriptor type) {
    Map<String, FileDescriptor> files = new LinkedHashMap<>();
    collect(type.getFile(), files);
    FileDescriptorSet.Builder set = FileDescriptorSet.newBuilder();
    files.values().forEach(file -> set.addFile(file.toProto()));
    return set.build().toByteArray();
  }

  private static void collect(FileDescriptor file, Map<String, FileDescriptor> files) {
    file.getDependencies().forEach(dependency -> collect(dependency, files));
    files.putIfAbsent(file.getName(), file);
  }
}
