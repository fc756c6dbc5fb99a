package org.strop.bridge.ros.msg;

import java.util.List;

/** std_msgs/Float64MultiArray, without a layout. */
public record Float64MultiArray(List<Double> data) implements RosMessage {
  /** Copies the list. */
  public Float64MultiArray {
    data = List.copyOf(data);
  }
}
