package org.strop.sim.urdf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/** One element of an XML file: name, attributes, child elements, line. Text is dropped. */
final class XmlElement {
  final String name;
  final String file;
  final int line;
  final Map<String, String> attributes = new LinkedHashMap<>();
  final List<XmlElement> children = new ArrayList<>();

  XmlElement(String name, String file, int line) {
    this.name = name;
    this.file = file;
    this.line = line;
  }

  List<XmlElement> all(String child) {
    return children.stream().filter(c -> c.name.equals(child)).toList();
  }

  Optional<XmlElement> child(String child) {
    return children.stream().filter(c -> c.name.equals(child)).findFirst();
  }

  XmlElement need(String child) {
    return child(child).orElseThrow(() -> wrong("has no <" + child + ">", "add one"));
  }

  Optional<String> text(String attribute) {
    return Optional.ofNullable(attributes.get(attribute));
  }

  String needText(String attribute) {
    return text(attribute)
        .filter(value -> !value.isBlank())
        .orElseThrow(() -> wrong("has no attribute " + attribute, "add it"));
  }

  double needNumber(String attribute) {
    return number(attribute, needText(attribute));
  }

  double number(String attribute, double ifAbsent) {
    return text(attribute).map(value -> number(attribute, value)).orElse(ifAbsent);
  }

  private double number(String attribute, String value) {
    double parsed;
    try {
      parsed = Double.parseDouble(value.strip());
    } catch (NumberFormatException e) {
      throw wrong(attribute + " is \"" + value + "\", which is not a number", "write a number");
    }
    if (!Double.isFinite(parsed)) {
      throw wrong(attribute + " is " + value + ", which is not finite", "write a finite number");
    }
    return parsed;
  }

  /** Returns three numbers of an attribute such as xyz; zeros where it is absent. */
  double[] triple(String attribute) {
    double[] out = new double[3];
    Optional<String> text = text(attribute);
    if (text.isEmpty()) {
      return out;
    }
    String[] parts = text.get().strip().split("\\s+", -1);
    if (parts.length != 3) {
      throw wrong(
          attribute + " is \"" + text.get() + "\", but must be three numbers", "write three");
    }
    for (int i = 0; i < 3; i++) {
      out[i] = number(attribute, parts[i]);
    }
    return out;
  }

  /** Returns the failure of this element. */
  StropException wrong(String what, String fix) {
    String label = attributes.containsKey("name") ? " \"" + attributes.get("name") + "\"" : "";
    return new StropException(
        ErrorCode.CORRUPT_DATA,
        "<" + name + ">" + label + " " + what + ".",
        file + ":" + line,
        fix + ".");
  }
}
