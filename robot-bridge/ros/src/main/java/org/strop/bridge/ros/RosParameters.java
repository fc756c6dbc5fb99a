package org.strop.bridge.ros;

import java.util.Optional;

/**
 * The parameter server. Values are Boolean, Integer, Double, String, List of values, or Map from
 * String to value, as in XML-RPC.
 */
public interface RosParameters {
  /** Returns a parameter's value, if it is set. */
  Optional<Object> get(String key);

  /** Sets a parameter. */
  void set(String key, Object value);

  /** Removes a parameter, if it is set. */
  void delete(String key);
}
