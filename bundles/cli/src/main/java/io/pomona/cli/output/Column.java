package io.pomona.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;

/** A column of a table and where in a row of JSON it comes from. */
public record Column(String title, String pointer, UnaryOperator<String> reading) {

  /**
   * @param pointer a JSON pointer, such as /mdm/enrollment_status
   */
  public static Column of(String title, String pointer) {
    return new Column(title, pointer, UnaryOperator.identity());
  }

  /** A column whose text is made of what is in the row. */
  public Column reading(UnaryOperator<String> other) {
    return new Column(title, pointer, other);
  }

  String of(JsonNode row) {
    JsonNode value = row.at(pointer);
    return value.isMissingNode() || value.isNull() ? "" : reading.apply(text(value));
  }

  /** What has parts is told by them: name=value, name=[value, value]. */
  private static String text(JsonNode value) {
    StringJoiner parts =
        value.isArray() ? new StringJoiner(", ", "[", "]") : new StringJoiner(", ");
    if (value.isObject()) {
      value.properties().forEach(part -> parts.add(part.getKey() + "=" + text(part.getValue())));
    } else if (value.isArray()) {
      value.forEach(part -> parts.add(text(part)));
    } else {
      parts.add(value.isNull() ? "" : value.asText());
    }
    return parts.toString();
  }
}
