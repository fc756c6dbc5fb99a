package org.strop.bridge.ros.ros1.codec;

import java.nio.ByteBuffer;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.strop.bridge.ros.msg.RosMessage;

/**
 * One entry of the table of messages: what a record is called on ROS, and its wire form. Its
 * definition is the resource {@code package/Type.msg} beside this class.
 *
 * @param rosType name in ROS, {@code package/Type}
 * @param type the record
 * @param size bytes that {@code write} will put, without the length prefix
 * @param write puts the message into a little-endian buffer at its position
 * @param read takes a message from a little-endian buffer at its position; throws {@link
 *     java.nio.BufferUnderflowException} or {@link IllegalArgumentException} on damaged input
 */
public record MessageCodec<M extends RosMessage>(
    String rosType,
    Class<M> type,
    ToIntFunction<M> size,
    BiConsumer<M, ByteBuffer> write,
    Function<ByteBuffer, M> read) {}
