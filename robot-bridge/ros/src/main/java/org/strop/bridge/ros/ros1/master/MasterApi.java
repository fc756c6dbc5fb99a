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
    switch (method) {
      case "registerPublisher":
        return ok(graph.registerPublisher(a.caller(), a.name(1), a.text(2), a.text(3)));
      case "unregisterPublisher":
        return count(graph.unregisterPublisher(a.caller(), a.name(1), a.text(2)));
      case "registerSubscriber":
        return ok(graph.registerSubscriber(a.caller(), a.name(1), a.text(2), a.text(3)));
      case "unregisterSubscriber":
        return count(graph.unregisterSubscriber(a.caller(), a.name(1), a.text(2)));
      case "registerService":
        graph.registerService(a.caller(), a.name(1), a.text(2), a.text(3));
        return ok(1);
      case "unregisterService":
        return count(graph.unregisterService(a.caller(), a.name(1), a.text(2)));
      case "lookupService":
        return found(graph.lookupService(a.name(1)), "no provider", "");
      case "lookupNode":
        return found(graph.lookupNode(a.name(1)), "unknown node [" + a.text(1) + "]", "");
      case "getSystemState":
        return ok(graph.systemState());
      case "getTopicTypes":
        return ok(graph.topicTypes());
      case "getPublishedTopics":
        return ok(graph.publishedTopics(a.text(1)));
      case "getUri":
        return ok(uri.toString());
      case "getPid":
        return ok((int) ProcessHandle.current().pid());
      default:
        return parameter(method, a);
    }
  }

  private Object parameter(String method, Arguments a) throws XmlRpcException {
    switch (method) {
      case "setParam":
        parameters.set(a.name(1), a.value(2));
        return ok(0);
      case "getParam":
        return found(parameters.get(a.name(1)), notSet(a.name(1)), 0);
      case "hasParam":
        return new Answer(SUCCESS, a.name(1), parameters.get(a.name(1)).isPresent()).triple();
      case "deleteParam":
        return parameters.delete(a.name(1))
            ? ok(0)
            : new Answer(ERROR, notSet(a.name(1)), 0).triple();
      case "searchParam":
        return found(
            parameters.search(a.caller(), a.text(1)),
            "Cannot find parameter [" + a.text(1) + "] in an upwards search",
            0);
      case "subscribeParam":
        return ok(parameters.subscribe(a.name(2), a.text(1)));
      case "unsubscribeParam":
        return count(parameters.unsubscribe(a.name(2), a.text(1)));
      case "getParamNames":
        return ok(parameters.names());
      default:
        throw new XmlRpcException("the master has no method " + method);
    }
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
