package org.strop.bridge.ros.ros1.xmlrpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.strop.bridge.ros.ros1.Fuzz;

@Timeout(30)
class XmlRpcReaderTest {
  private static final int DEPTH = 32;

  private static XmlRpcMessage parse(String xml) throws XmlRpcException {
    return XmlRpcReader.parse(xml.getBytes(StandardCharsets.UTF_8), DEPTH);
  }

  private static Object value(String xml) throws XmlRpcException {
    String document =
        "<?xml version='1.0'?><methodResponse><params><param><value>"
            + xml
            + "</value></param></params></methodResponse>";
    return ((XmlRpcMessage.Response) parse(document)).value();
  }

  @Test
  void readsWhatTheWriterWrites() throws Exception {
    List<Object> params =
        List.of(
            "a<b>&\"c\"\r\n ü🔪",
            1,
            -2.5e-300,
            true,
            List.of(List.of(), Map.of()),
            Map.of("<k>", List.of(1, "x")));
    assertThat(XmlRpcReader.parse(XmlRpcWriter.call("m", params), DEPTH))
        .isEqualTo(new XmlRpcMessage.Call("m", params));
    assertThat(XmlRpcReader.parse(XmlRpcWriter.fault(4, "too <many>"), DEPTH))
        .isEqualTo(new XmlRpcMessage.Fault(4, "too <many>"));
  }

  @Test
  void readsTheDialectsOfPythonAndRoscpp() throws Exception {
    assertThat(value("bare text")).isEqualTo("bare text");
    assertThat(value("")).isEqualTo("");
    assertThat(value("<string/>")).isEqualTo("");
    assertThat(value("\n <i4>7</i4>\n")).isEqualTo(7);
    assertThat(value("<int>-7</int>")).isEqualTo(-7);
    assertThat(value("<double>1e-05</double>")).isEqualTo(1e-5);
    assertThat(value("<double>inf</double>")).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(value("<double>nan</double>")).isEqualTo(Double.NaN);
    assertThat(value("<boolean>0</boolean>")).isEqualTo(false);
    assertThat(value("<![CDATA[<&]]>x&#65;&#x42;")).isEqualTo("<&xAB");
    assertThat(value("<array><data/></array>")).isEqualTo(List.of());
    assertThat(value("<array>\n<data>\n<value>a</value></data></array>")).isEqualTo(List.of("a"));
    assertThat(
            value("<base64>" + Base64.getEncoder().encodeToString(new byte[] {1, 2}) + "</base64>"))
        .isEqualTo(new byte[] {1, 2});
    assertThat(parse("<!-- c --><methodCall><methodName>m</methodName></methodCall>\n"))
        .isEqualTo(new XmlRpcMessage.Call("m", List.of()));
  }

  @Test
  void declarationsAndEntitiesOfOnesOwnAreRefused() {
    String bomb =
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
            + "<methodCall><methodName>&b;</methodName></methodCall>";
    assertThatThrownBy(() -> parse(bomb))
        .isInstanceOf(XmlRpcException.class)
        .hasMessageContaining("DOCTYPE");
    assertThatThrownBy(() -> value("<!DOCTYPE x SYSTEM 'file:///etc/passwd'>"))
        .isInstanceOf(XmlRpcException.class);
    assertThatThrownBy(() -> value("&xxe;"))
        .isInstanceOf(XmlRpcException.class)
        .hasMessageContaining("&xxe;");
  }

  @Test
  void deepNestingIsRefused() {
    String open = "<value><array><data>".repeat(100_000);
    assertThatThrownBy(() -> parse("<methodCall><methodName>m</methodName><params><param>" + open))
        .isInstanceOf(XmlRpcException.class)
        .hasMessageContaining("nested more deeply");
  }

  @Test
  void wrongValuesNameTheType() {
    assertThatThrownBy(() -> value("<int>99999999999</int>")).hasMessageContaining("<int>");
    assertThatThrownBy(() -> value("<boolean>yes</boolean>")).hasMessageContaining("<boolean>");
    assertThatThrownBy(() -> value("<frob>1</frob>")).hasMessageContaining("<frob>");
  }

  @Test
  void damagedDocumentsAreReadOrRefusedAndNothingElse() throws Exception {
    byte[] valid = XmlRpcWriter.call("m", List.of("&<>", 1, 2.5, true, Map.of("k", List.of("v"))));
    Fuzz.forAll(
        20_000,
        valid,
        input -> {
          try {
            assertThat(XmlRpcReader.parse(input, DEPTH)).isNotNull();
          } catch (XmlRpcException refused) {
            assertThat(refused).hasMessageContaining("character");
          }
        });
  }

  @Test
  void aLongThatDoesNotFitIsRefusedByTheWriter() {
    assertThatThrownBy(() -> XmlRpcWriter.response(1L << 40))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("32 bits");
  }
}
