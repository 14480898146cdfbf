package io.pomona.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.PrintWriter;

/** Answers as JSON or YAML. */
public final class Documents {
  private static final ObjectWriter JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writer();
  private static final ObjectWriter YAML = new ObjectMapper(new YAMLFactory()).writer();

  private Documents() {}

  /** As YAML, unless JSON is asked for. */
  public static void print(PrintWriter out, Format format, JsonNode document) {
    if (format.kind() == Format.Kind.json) {
      out.println(text(JSON, document));
    } else {
      out.print(text(YAML, document));
    }
    out.flush();
  }

  private static String text(ObjectWriter writer, JsonNode document) {
    try {
      return writer.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
