package io.pomona.organization.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pomona.api.MdmException;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.UserId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How exported activities are written, one a line. */
enum ExportFormat {
  /** RFC 4180, with the details as JSON in the last cell. */
  CSV("text/csv; charset=UTF-8") {
    @Override
    String head() {
      return line(
          Stream.of(
              "id", "created_at", "actor_id", "actor_full_name", "actor_email", "type", "details"));
    }

    @Override
    String line(Activity activity) {
      Map<String, Object> fields = fields(activity);
      fields.put("details", json(fields.get("details")));
      return line(fields.values().stream().map(value -> value == null ? "" : value.toString()));
    }

    private String line(Stream<String> cells) {
      return cells.map(ExportFormat::cell).collect(Collectors.joining(",", "", "\r\n"));
    }
  },

  /** A JSON object a line. */
  NDJSON("application/x-ndjson") {
    @Override
    String head() {
      return "";
    }

    @Override
    String line(Activity activity) {
      return json(fields(activity)) + "\n";
    }
  };

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String mediaType;

  ExportFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  static ExportFormat of(String label) {
    return Arrays.stream(values())
        .filter(format -> format.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                MdmException.invalid(
                    "organization.bad_format", "format", "The format is csv or ndjson."));
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  String mediaType() {
    return mediaType;
  }

  abstract String head();

  abstract String line(Activity activity);

  private static Map<String, Object> fields(Activity activity) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", activity.id());
    fields.put("created_at", activity.createdAt().toString());
    fields.put("actor_id", activity.actor().map(UserId::value).orElse(null));
    fields.put("actor_full_name", activity.actorName());
    fields.put("actor_email", activity.actorEmail());
    fields.put("type", activity.type());
    fields.put("details", new TreeMap<>(activity.details()));
    return fields;
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A spreadsheet would compute what begins like a formula; an apostrophe makes it text. */
  private static String cell(String text) {
    String plain = text.matches("(?s)[=+\\-@\t\r\n].*") ? "'" + text : text;
    return plain.matches("(?s).*[\",\r\n].*") ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
  }
}
