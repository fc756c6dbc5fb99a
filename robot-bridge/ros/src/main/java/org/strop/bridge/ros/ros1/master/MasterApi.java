package org.strop.bridge.ros.ros1.master;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.strop.bridge.ros.ros1.xmlrpc.XmlRpcException;
import org.strop.bridge.ros.ros1.xmlrpc.XmlRpcHandler;

/** The XML-RPC methods of the embedded master: Master API and Parameter Server API of ROS. */
final class MasterApi implements XmlRpcHandler {
  private static final int ERROR = -1;
  private static final int SUCCESS = 1;

  private final Graph graph;
  private final ParameterServer parameters;
  private final URI uri;

  MasterApi(Graph graph, ParameterServer parameters, URI uri) {
    this.graph = graph;
    this.parameters = parameters;
    this.uri = uri;
  }

  @Override
  public Object handle(String method, List<Object> params) throws XmlRpcException {
    try {
      return answer(method, new Arguments(method, params));
    } catch (IllegalArgumentException e) {
      return List.of(ERROR, String.valueOf(e.getMessage()), 0);
    }
  }

  private Object answer(String method, Arguments a) throws XmlRpcException {
    return switch (method) {
      case "registerPublisher" ->
          ok(graph.registerPublisher(a.caller(), a.name(1), a.text(2), a.text(3)));
      case "unregisterPublisher" ->
          count(graph.unregisterPublisher(a.caller(), a.name(1), a.text(2)));
      case "registerSubscriber" ->
          ok(graph.registerSubscriber(a.caller(), a.name(1), a.text(2), a.text(3)));
      case "unregisterSubscriber" ->
          count(graph.unregisterSubscriber(a.caller(), a.name(1), a.text(2)));
      case "registerService" -> {
        graph.registerService(a.caller(), a.name(1), a.text(2), a.text(3));
        yield ok(1);
      }
      case "unregisterService" -> count(graph.unregisterService(a.caller(), a.name(1), a.text(2)));
      case "lookupService" -> found(graph.lookupService(a.name(1)), "no provider", "");
      case "lookupNode" ->
          found(graph.lookupNode(a.name(1)), "unknown node [" + a.text(1) + "]", "");
      case "getSystemState" -> ok(graph.systemState());
      case "getTopicTypes" -> ok(graph.topicTypes());
      case "getPublishedTopics" -> ok(graph.publishedTopics(a.text(1)));
      case "getUri" -> ok(uri.toString());
      case "getPid" -> ok((int) ProcessHandle.current().pid());
      default -> parameter(method, a);
    };
  }

  private Object parameter(String method, Arguments a) throws XmlRpcException {
    return switch (method) {
      case "setParam" -> {
        parameters.set(a.name(1), a.value(2));
        yield ok(0);
      }
      case "getParam" -> found(parameters.get(a.name(1)), notSet(a.name(1)), 0);
      case "hasParam" ->
          new Answer(SUCCESS, a.name(1), parameters.get(a.name(1)).isPresent()).triple();
      case "deleteParam" ->
          parameters.delete(a.name(1)) ? ok(0) : new Answer(ERROR, notSet(a.name(1)), 0).triple();
      case "searchParam" ->
          found(
              parameters.search(a.caller(), a.text(1)),
              "Cannot find parameter [" + a.text(1) + "] in an upwards search",
              0);
      case "subscribeParam" -> ok(parameters.subscribe(a.name(2), a.text(1)));
      case "unsubscribeParam" -> count(parameters.unsubscribe(a.name(2), a.text(1)));
      case "getParamNames" -> ok(parameters.names());
      default -> throw new XmlRpcException("the master has no method " + method);
    };
  }

  private static String notSet(String key) {
    return "Parameter [" + key + "] is not set";
  }

  private static Object ok(Object value) {
    return new Answer(SUCCESS, "", value).triple();
  }

  private static Object count(boolean removed) {
    return ok(removed ? 1 : 0);
  }

  private static Object found(Optional<?> value, String otherwise, Object none) {
    return value.isPresent() ? ok(value.get()) : new Answer(ERROR, otherwise, none).triple();
  }

  private record Answer(int code, String text, Object value) {
    List<Object> triple() {
      return List.of(code, text, value);
    }
  }

  /** Parameters of a call, checked as they are taken. The first is the caller's name. */
  private record Arguments(String method, List<Object> params) {
    Object value(int i) {
      if (i >= params.size()) {
        throw new IllegalArgumentException(
            method + " has " + params.size() + " parameters, more are needed");
      }
      return params.get(i);
    }

    String text(int i) {
      if (value(i) instanceof String text) {
        return text;
      }
      throw new IllegalArgumentException(method + ": parameter " + i + " is not a string");
    }

    String caller() {
      return Names.canonical(text(0));
    }

    String name(int i) {
      if (text(i).isEmpty()) {
        throw new IllegalArgumentException(method + ": parameter " + i + " is an empty name");
      }
      return Names.resolve(text(i), caller());
    }
  }
}
