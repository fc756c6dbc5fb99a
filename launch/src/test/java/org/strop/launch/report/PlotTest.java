package org.strop.launch.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.strop.launch.report.Series.Point;
import org.xml.sax.InputSource;

class PlotTest {
  private static org.w3c.dom.Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  @Test
  void aLineHasAsManyCornersAsFinitePoints() throws Exception {
    String svg =
        Plot.svg(
            "loss <1>",
            "step",
            "nats",
            List.of(
                Series.line(
                    "a", List.of(new Point(0, 1), new Point(1, Double.NaN), new Point(2, 0.5)))));
    var line = parse(svg).getElementsByTagName("polyline").item(0);
    assertThat(line.getAttributes().getNamedItem("points").getNodeValue().split(" ")).hasSize(2);
  }

  @Test
  void emptyAndConstantSeriesStillDraw() throws Exception {
    parse(Plot.svg("t", "x", "y", List.of()));
    parse(Plot.svg("t", "x", "y", List.of(Series.line("a", List.of(new Point(3, 3))))));
  }

  @Test
  void ticksAreRoundAndInside() {
    assertThat(Plot.ticks(new double[] {0, 10})).containsExactly(0.0, 2.0, 4.0, 6.0, 8.0, 10.0);
  }
}
