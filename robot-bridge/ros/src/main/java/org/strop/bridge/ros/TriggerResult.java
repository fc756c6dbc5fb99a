package org.strop.bridge.ros;

/** Answer of a std_srvs/Trigger service. */
public record TriggerResult(boolean success, String message) {}
