package org.strop.bridge.ros.ros1.master;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.strop.bridge.ros.RosParameters;
import org.strop.bridge.ros.ros1.xmlrpc.XmlRpcClient;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/**
 * A node's view of the master. Thread-safe. Every method throws {@link StropException} with {@link
 * ErrorCode#UNREACHABLE} if the master does not answer.
 */
public final class MasterClient implements RosParameters {
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration READ = Duration.ofSeconds(10);
  private static final int SUCCESS = 1;

  private final XmlRpcClient client;
  private final String node;

  /** Creates a client; opens nothing. */
  public MasterClient(URI master, String node) {
    this.client = new XmlRpcClient(master, CONNECT, READ);
    this.node = node;
  }

  /** Returns the master's address. */
  public URI uri() {
    return client.server();
  }

  /** Registers a publisher; returns the slave addresses of the topic's subscribers. */
  public List<String> registerPublisher(String topic, String type, URI slave) {
    return strings(require("registerPublisher", topic, type, slave.toString()));
  }

  /** Removes a publisher. */
  public void unregisterPublisher(String topic, URI slave) {
    require("unregisterPublisher", topic, slave.toString());
  }

  /** Registers a subscriber; returns the slave addresses of the topic's publishers. */
  public List<String> registerSubscriber(String topic, String type, URI slave) {
    return strings(require("registerSubscriber", topic, type, slave.toString()));
  }

  /** Removes a subscriber. */
  public void unregisterSubscriber(String topic, URI slave) {
    require("unregisterSubscriber", topic, slave.toString());
  }

  /** Registers a service, offered at {@code rosrpc://host:port}. */
  public void registerService(String service, URI server, URI slave) {
    require("registerService", service, server.toString(), slave.toString());
  }

  /** Removes a service. */
  public void unregisterService(String service, URI server) {
    require("unregisterService", service, server.toString());
  }

  /** Returns where a service is offered, if it is: {@code rosrpc://host:port}. */
  public Optional<URI> lookupService(String service) {
    return ask("lookupService", service).map(value -> URI.create(String.valueOf(value)));
  }

  /** Returns a node's slave address, if the master knows the node. */
  public Optional<URI> lookupNode(String name) {
    return ask("lookupNode", name).map(value -> URI.create(String.valueOf(value)));
  }

  /** Returns publishers, subscribers and services: three lists of {@code [name, [nodes]]}. */
  public List<Object> systemState() {
    return list(require("getSystemState"));
  }

  /** Returns all topics with their types: {@code [topic, type]}. */
  public List<Object> topicTypes() {
    return list(require("getTopicTypes"));
  }

  /** Returns the topics that have publishers: {@code [topic, type]}. */
  public List<Object> publishedTopics(String namespace) {
    return list(require("getPublishedTopics", namespace));
  }

  /** Returns the master's address as it tells it itself. */
  public String getUri() {
    return String.valueOf(require("getUri"));
  }

  @Override
  public Optional<Object> get(String key) {
    return ask("getParam", key);
  }

  @Override
  public void set(String key, Object value) {
    require("setParam", key, value);
  }

  @Override
  public void delete(String key) {
    ask("deleteParam", key);
  }

  /** Returns whether a parameter is set. */
  public boolean hasParam(String key) {
    return Boolean.TRUE.equals(require("hasParam", key));
  }

  /** Returns the name of the parameter that a relative key means for this node, if there is one. */
  public Optional<String> searchParam(String key) {
    return ask("searchParam", key).map(String::valueOf);
  }

  /** Returns the names of all parameters. */
  public List<String> paramNames() {
    return strings(require("getParamNames"));
  }

  /** Asks for paramUpdate calls of a key; returns its value now, an empty map if it is not set. */
  public Object subscribeParam(String key, URI slave) {
    return callWithSlave("subscribeParam", slave, key);
  }

  /** Ends {@link #subscribeParam}. */
  public void unsubscribeParam(String key, URI slave) {
    callWithSlave("unsubscribeParam", slave, key);
  }

  private Object callWithSlave(String method, URI slave, String key) {
    return require(method, slave.toString(), key);
  }

  /** Returns the value of an answer that has to be a success. */
  private Object require(String method, Object... params) {
    List<?> answer = call(method, params);
    if (!Integer.valueOf(SUCCESS).equals(answer.get(0))) {
      throw new StropException(
          ErrorCode.UNREACHABLE,
          "the ROS master refuses " + method + Arrays.toString(params) + ": " + answer.get(1),
          "ROS_MASTER_URI " + uri(),
          "check the name, and that the master is a ROS 1 master");
    }
    return answer.get(2);
  }

  /** Returns the value of an answer; empty where the master has none. */
  private Optional<Object> ask(String method, Object... params) {
    List<?> answer = call(method, params);
    return Integer.valueOf(SUCCESS).equals(answer.get(0))
        ? Optional.of(answer.get(2))
        : Optional.empty();
  }

  private List<?> call(String method, Object... params) {
    List<Object> all = new ArrayList<>();
    all.add(node);
    all.addAll(Arrays.asList(params));
    try {
      Object answer = client.call(method, all);
      if (answer instanceof List<?> triple && triple.size() == 3) {
        return triple;
      }
      throw unreachable(method, "its answer is no [code, text, value]", null);
    } catch (IOException e) {
      throw unreachable(method, String.valueOf(e.getMessage()), e);
    }
  }

  private StropException unreachable(String method, String why, @Nullable IOException cause) {
    return new StropException(
        ErrorCode.UNREACHABLE,
        "no ROS master answers at " + uri() + ": " + why,
        "ROS_MASTER_URI, call " + method + " of node " + node,
        "start roscore or the embedded master there, or set ROS_MASTER_URI to where one runs",
        cause);
  }

  private static List<String> strings(Object value) {
    List<String> strings = new ArrayList<>();
    list(value).forEach(element -> strings.add(String.valueOf(element)));
    return strings;
  }

  private static List<Object> list(Object value) {
    return value instanceof List<?> list ? new ArrayList<>(list) : List.of();
  }
}
