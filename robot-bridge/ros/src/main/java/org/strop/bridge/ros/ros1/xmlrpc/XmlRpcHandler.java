package org.strop.bridge.ros.ros1.xmlrpc;

import java.util.List;

/** Answers XML-RPC requests. Called from many threads at once. */
@FunctionalInterface
public interface XmlRpcHandler {
  /**
   * Runs a method.
   *
   * @return the answer, one of the XML-RPC values
   * @throws XmlRpcException to answer with a fault
   */
  Object handle(String method, List<Object> params) throws XmlRpcException;
}
