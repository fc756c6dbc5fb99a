package org.strop.sim.urdf;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/** Reads XML that nobody vouches for: no document type, no entities, bounded depth and size. */
final class XmlFile {
  static final int MAX_CHARS = 4 << 20;
  private static final int MAX_DEPTH = 40;
  private static final int MAX_ELEMENTS = 50_000;

  private XmlFile() {}

  static XmlElement parse(String xml, String file) {
    if (xml.length() > MAX_CHARS) {
      throw wrong(file, "has more than " + MAX_CHARS + " characters", "give a smaller file", null);
    }
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
      try {
        return read(reader, file);
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      String reason = String.valueOf(e.getMessage()).replace('\n', ' ');
      String where = e.getLocation() == null ? file : file + ":" + e.getLocation().getLineNumber();
      throw wrong(where, "is not well-formed XML: " + reason, "mend it, or give a URDF file", e);
    }
  }

  private static XmlElement read(XMLStreamReader reader, String file) throws XMLStreamException {
    Deque<XmlElement> open = new ArrayDeque<>();
    XmlElement root = null;
    int count = 0;
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw wrong(file, "declares a document type or an entity", "remove it", null);
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        if (++count > MAX_ELEMENTS || open.size() >= MAX_DEPTH) {
          throw wrong(file, "has too many elements or levels", "give a smaller file", null);
        }
        XmlElement element = element(reader, file);
        if (open.isEmpty()) {
          root = element;
        } else {
          open.getLast().children.add(element);
        }
        open.addLast(element);
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        open.removeLast();
      }
    }
    if (root == null) {
      throw wrong(file, "is empty", "give a URDF file", null);
    }
    return root;
  }

  private static XmlElement element(XMLStreamReader reader, String file) {
    XmlElement element =
        new XmlElement(reader.getLocalName(), file, reader.getLocation().getLineNumber());
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      element.attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    return element;
  }

  private static StropException wrong(
      String where, String what, String fix, @Nullable Throwable cause) {
    return new StropException(
        ErrorCode.CORRUPT_DATA, "the robot's file " + what + ".", where, fix + ".", cause);
  }
}
