package org.strop.bridge.ros.ros1.codec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.strop.bridge.ros.msg.RosMessage;

/** The table of all messages that can be sent and received. */
public final class MessageTypes {
  private static final List<MessageCodec<?>> CODECS = codecs();
  private static final MessageDefinitions DEFINITIONS = MessageDefinitions.ofResources();
  private static final Map<Class<?>, MessageType<?>> BY_CLASS = byClass();

  private MessageTypes() {}

  /**
   * Returns the wire form of a record.
   *
   * @throws IllegalArgumentException if there is no codec for it
   */
  @SuppressWarnings("unchecked") // BY_CLASS pairs each class with the type of its own codec
  public static <M extends RosMessage> MessageType<M> of(Class<M> type) {
    MessageType<?> found = BY_CLASS.get(type);
    if (found == null) {
      throw new IllegalArgumentException(
          "no ROS 1 codec for " + type.getName() + "; there are " + BY_CLASS.keySet());
    }
    return (MessageType<M>) found;
  }

  /** Returns all types, in the order of the table. */
  public static List<MessageType<?>> all() {
    return List.copyOf(BY_CLASS.values());
  }

  /** Returns the md5 sum of a service from the texts of its request and response. */
  public static String serviceMd5(String rosPackage, String request, String response) {
    return DEFINITIONS.serviceMd5(rosPackage, request, response);
  }

  private static List<MessageCodec<?>> codecs() {
    List<MessageCodec<?>> all = new ArrayList<>(StandardCodecs.ALL);
    all.addAll(GeometryCodecs.ALL);
    all.addAll(JointCodecs.ALL);
    return List.copyOf(all);
  }

  private static Map<Class<?>, MessageType<?>> byClass() {
    Map<Class<?>, MessageType<?>> types = new LinkedHashMap<>();
    CODECS.forEach(codec -> types.put(codec.type(), typeOf(codec)));
    return Collections.unmodifiableMap(types);
  }

  private static <M extends RosMessage> MessageType<M> typeOf(MessageCodec<M> codec) {
    return new MessageType<>(
        codec, DEFINITIONS.md5(codec.rosType()), DEFINITIONS.fullText(codec.rosType()));
  }
}
