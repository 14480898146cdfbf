package io.pomona.protocol.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What a Mac reports of itself: all of it, or what has changed. Keys that nobody knows are kept.
 *
 * @see <a href="https://developer.apple.com/documentation/devicemanagement/statusreport">Status
 *     report</a>
 */
public final class StatusReport {
  /** In bytes. */
  public static final int LARGEST = 512 * 1024;

  private final ObjectNode root;

  private StatusReport(ObjectNode root) {
    this.root = root;
  }

  /**
   * @throws MalformedStatusException with a sentence that says what is wrong
   */
  public static StatusReport read(byte[] json) throws MalformedStatusException {
    if (json.length > LARGEST) {
      throw new MalformedStatusException("The status report is too large.");
    }
    ObjectNode root =
        DeclarativeJson.object(json)
            .orElseThrow(
                () -> new MalformedStatusException("The status report is no JSON object."));
    if (!root.path("StatusItems").isObject()) {
      throw new MalformedStatusException("The status report has no StatusItems.");
    }
    return new StatusReport(root);
  }

  /** Whether it is all that the Mac has to say, so that it takes the place of what it said. */
  public boolean isFull() {
    return root.path("FullReport").asBoolean(false);
  }

  /** The text of an item of this very report, its name with dots. */
  public Optional<String> text(String name) {
    return DeclarativeJson.at(items(), name);
  }

  ObjectNode items() {
    return (ObjectNode) root.get("StatusItems");
  }

  JsonNode errors() {
    return root.path("Errors").isArray()
        ? root.get("Errors")
        : JsonNodeFactory.instance.arrayNode();
  }
}
