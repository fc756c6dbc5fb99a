/**
 * Wire form of the ROS 1 messages: definitions, md5 sums, and little-endian encoding.
 *
 * <p>Decision: codecs are written by hand, one {@link org.strop.bridge.ros.ros1.codec.MessageCodec}
 * entry beside its definition text, instead of reflection over the records: a message is encoded
 * into one array of its exact size and nothing else is allocated. The md5 sum is computed from the
 * definition text by the algorithm of ROS (gentools), so that an entry that disagrees with ROS
 * shows in a test and never on a robot.
 */
@NullMarked
package org.strop.bridge.ros.ros1.codec;

import org.jspecify.annotations.NullMarked;
