package org.strop.bridge.ros.ros1;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.strop.bridge.ros.ros1.tcpros.BusConnection;
import org.strop.bridge.ros.ros1.xmlrpc.XmlRpcException;
import org.strop.bridge.ros.ros1.xmlrpc.XmlRpcHandler;

/** The XML-RPC methods that master, peers and tools call on a node: Slave API of ROS. */
final class SlaveApi implements XmlRpcHandler {
  private static final Logger LOG = LoggerFactory.getLogger(SlaveApi.class);
  private static final int SUCCESS = 1;
  private static final int FAILURE = 0;
  private static final int ERROR = -1;

  private final NodeState state;
  private final URI master;
  private final String host;
  private final int tcprosPort;
  private final Consumer<String> shutdown;

  /**
   * Creates the interface.
   *
   * @param shutdown takes the reason for which the node has to end
   */
  SlaveApi(NodeState state, URI master, String host, int tcprosPort, Consumer<String> shutdown) {
    this.state = state;
    this.master = master;
    this.host = host;
    this.tcprosPort = tcprosPort;
    this.shutdown = shutdown;
  }

  @Override
  public Object handle(String method, List<Object> params) throws XmlRpcException {
    return switch (method) {
      case "requestTopic" -> requestTopic(text(params, 1), params);
      case "publisherUpdate" -> {
        state.subscriptions.update(text(params, 1), strings(params, 2));
        yield answer(SUCCESS, "", 0);
      }
      case "paramUpdate" -> paramUpdate(text(params, 1), params);
      case "getPid" -> answer(SUCCESS, "", (int) ProcessHandle.current().pid());
      case "getMasterUri" -> answer(SUCCESS, "", master.toString());
      case "getPublications" -> answer(SUCCESS, "", publications());
      case "getSubscriptions" -> answer(SUCCESS, "", subscriptions());
      case "getBusInfo" -> answer(SUCCESS, "bus info", busInfo());
      case "getBusStats" -> answer(SUCCESS, "", busStats());
      case "shutdown" -> {
        String reason = text(params, 1);
        LOG.warn("told to shut down by {}: {}", params.get(0), reason);
        shutdown.accept(reason);
        yield answer(SUCCESS, "shutdown", 0);
      }
      default -> throw new XmlRpcException("a node has no method " + method);
    };
  }

  private Object requestTopic(String topic, List<Object> params) {
    if (!state.publications.containsKey(topic)) {
      return answer(FAILURE, "Not a publisher of [" + topic + "]", 0);
    }
    if (params.size() > 2 && params.get(2) instanceof List<?> protocols) {
      for (Object protocol : protocols) {
        if (protocol instanceof List<?> names
            && !names.isEmpty()
            && "TCPROS".equals(names.get(0))) {
          return answer(
              SUCCESS, "ready on " + host + ":" + tcprosPort, List.of("TCPROS", host, tcprosPort));
        }
      }
    }
    return answer(FAILURE, "no supported protocol implementations", 0);
  }

  private Object paramUpdate(String key, List<Object> params) {
    String name = key.length() > 1 && key.endsWith("/") ? key.substring(0, key.length() - 1) : key;
    Object value = params.size() > 2 ? params.get(2) : Map.of();
    var watchers = state.parameterWatchers.get(name);
    if (watchers == null) {
      return answer(ERROR, "not subscribed to " + name, 0);
    }
    watchers.forEach(watcher -> watcher.accept(name, value));
    return answer(SUCCESS, "", 0);
  }

  private List<Object> publications() {
    List<Object> rows = new ArrayList<>();
    state.publications.forEach((topic, each) -> rows.add(List.of(topic, each.type().rosType())));
    return rows;
  }

  private List<Object> subscriptions() {
    Set<Object> rows = new LinkedHashSet<>();
    state
        .subscriptions
        .all()
        .forEach(each -> rows.add(List.of(each.topic(), each.type().rosType())));
    return new ArrayList<>(rows);
  }

  /** Rows: number, peer, direction, transport, topic, connected, text. */
  private List<Object> busInfo() {
    List<BusConnection> all = new ArrayList<>(state.outgoing());
    all.addAll(state.incoming());
    List<Object> rows = new ArrayList<>();
    for (BusConnection each : all) {
      rows.add(
          List.of(
              rows.size() + 1,
              each.peer(),
              each.direction(),
              "TCPROS",
              each.topic(),
              each.connected(),
              "TCPROS connection to " + each.peer()));
    }
    return rows;
  }

  private Object busStats() {
    return List.of(stats(state.outgoing(), true), stats(state.incoming(), false), List.of(0, 0, 0));
  }

  /** Rows: topic, for publishers bytes in all, connections [number, bytes, messages, connected]. */
  private static List<Object> stats(List<BusConnection> connections, boolean withSum) {
    Map<String, List<Object>> byTopic = new LinkedHashMap<>();
    Map<String, Long> sums = new LinkedHashMap<>();
    for (BusConnection each : connections) {
      List<Object> rows = byTopic.computeIfAbsent(each.topic(), unused -> new ArrayList<>());
      rows.add(
          List.of(
              rows.size() + 1, clipped(each.bytes()), clipped(each.messages()), each.connected()));
      sums.merge(each.topic(), each.bytes(), Long::sum);
    }
    List<Object> rows = new ArrayList<>();
    byTopic.forEach(
        (topic, connectionRows) ->
            rows.add(
                withSum
                    ? List.of(topic, clipped(sums.getOrDefault(topic, 0L)), connectionRows)
                    : List.of(topic, connectionRows)));
    return rows;
  }

  /** XML-RPC has no long. */
  private static int clipped(long value) {
    return (int) Math.min(value, Integer.MAX_VALUE);
  }

  private static List<Object> answer(int code, String text, Object value) {
    return List.of(code, text, value);
  }

  private static String text(List<Object> params, int i) throws XmlRpcException {
    if (i < params.size() && params.get(i) instanceof String text) {
      return text;
    }
    throw new XmlRpcException("parameter " + i + " has to be a string");
  }

  private static List<String> strings(List<Object> params, int i) throws XmlRpcException {
    if (i >= params.size() || !(params.get(i) instanceof List<?> list)) {
      throw new XmlRpcException("parameter " + i + " has to be a list");
    }
    List<String> strings = new ArrayList<>();
    list.forEach(each -> strings.add(String.valueOf(each)));
    return strings;
  }
}
