/**
 * XML-RPC over HTTP/1.1, client and server, as the ROS master and slave interfaces need it.
 *
 * <p>Decision: our own scanner and sockets. The scanner knows elements, text, the five named
 * entities and character references, and nothing else, so there is no DTD or external entity to
 * switch off; and with our own sockets every read has a limit on size, time and nesting, none of
 * which the HTTP server of the JDK lets us set for one server only. Values are Boolean, Integer,
 * Double, String, {@code byte[]}, List, and Map from String.
 */
@NullMarked
package org.strop.bridge.ros.ros1.xmlrpc;

import org.jspecify.annotations.NullMarked;
