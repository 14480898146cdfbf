package io.pomona.protocol.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Why something is as it is.
 *
 * @param code such as {@code Error.MissingAssets}
 * @param description in the Mac's words; empty text for none
 * @param details what it adds, in one line; empty text for none
 */
public record StatusReason(String code, String description, String details) {
  private static final int MOST = 20;
  private static final int LONGEST = 500;

  static List<StatusReason> read(JsonNode reasons) {
    List<StatusReason> found = new ArrayList<>();
    for (JsonNode reason : reasons) {
      if (found.size() < MOST) {
        found.add(
            new StatusReason(
                text(reason, "code", "Code"),
                text(reason, "description", "Description"),
                details(reason)));
      }
    }
    return found;
  }

  /** Apple writes them in small letters within items, and with a capital for errors of items. */
  private static String text(JsonNode reason, String small, String capital) {
    String text = DeclarativeJson.text(reason, small);
    return cut(text.isEmpty() ? DeclarativeJson.text(reason, capital) : text);
  }

  private static String details(JsonNode reason) {
    JsonNode details = reason.has("details") ? reason.get("details") : reason.path("Details");
    List<String> parts = new ArrayList<>();
    details
        .properties()
        .forEach(entry -> parts.add(entry.getKey() + ": " + plain(entry.getValue())));
    return cut(String.join(", ", parts));
  }

  private static String plain(JsonNode value) {
    return value.isTextual() ? value.textValue() : value.toString();
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }

  /** For people: what the code means, and what the Mac adds. */
  public String words() {
    String meaning = ReasonWords.of(code).orElse(description.isEmpty() ? code : description);
    return details.isEmpty() ? meaning : meaning + " (" + details + ")";
  }
}
