package io.pomona.protocol.plist;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Parses XML with the parser of the Java runtime, which fetches nothing and reports errors to us
 * alone: its own way is to print them, pieces of the message included.
 */
final class XmlDocument {
  private static final String EXTERNAL_DTD =
      "http://apache.org/xml/features/nonvalidating/load-external-dtd";

  private static final String DEFERRED_DOM =
      "http://apache.org/xml/features/dom/defer-node-expansion";

  /** Making one takes longer than reading a message, and it is not for several threads at once. */
  private static final DocumentBuilderFactory FACTORY = factory();

  /** Elements inside each other: the containers, the root element and one scalar. */
  private static final int MAX_DEPTH = PlistReader.MAX_DEPTH + 2;

  private XmlDocument() {}

  static Document parse(byte[] plist, int start)
      throws ParserConfigurationException, SAXException, IOException {
    DocumentBuilder builder = builder();
    builder.setErrorHandler(new DefaultHandler());
    builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
    Document document = builder.parse(new ByteArrayInputStream(plist, start, plist.length - start));
    check(document);
    return document;
  }

  private static DocumentBuilder builder() throws ParserConfigurationException {
    synchronized (FACTORY) {
      return FACTORY.newDocumentBuilder();
    }
  }

  private static DocumentBuilderFactory factory() {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(EXTERNAL_DTD, false);
      factory.setFeature(DEFERRED_DOM, false);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(
          "The XML parser of the Java runtime cannot be restricted.", e);
    }
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setExpandEntityReferences(false);
    factory.setXIncludeAware(false);
    factory.setCoalescing(true);
    factory.setIgnoringComments(true);
    return factory;
  }

  /** Walks without recursion; an entity that stayed unknown would later be dropped in silence. */
  private static void check(Document document) {
    int depth = 0;
    Node node = document.getDocumentElement();
    while (node != null) {
      if (node.getNodeType() == Node.ENTITY_REFERENCE_NODE) {
        throw new MalformedPlistException(
            "The property list uses an entity that XML does not have.");
      }
      if (node.getFirstChild() != null) {
        node = node.getFirstChild();
        if (++depth > MAX_DEPTH) {
          throw PlistTree.tooDeep();
        }
        continue;
      }
      while (node != null && node.getNextSibling() == null) {
        node = node.getParentNode();
        depth--;
      }
      node = node == null ? null : node.getNextSibling();
    }
  }
}
