package io.pomona.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Rows of a JSON answer, of which a table shows some columns. */
public final class Listing {
  private static final ObjectWriter JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writer();
  private static final ObjectWriter YAML = new ObjectMapper(new YAMLFactory()).writer();

  private final List<Column> columns;

  private Listing(List<Column> columns) {
    this.columns = columns;
  }

  public static Listing of(Column... columns) {
    return new Listing(List.of(columns));
  }

  /** Prints all of the answer as a document, or one line of the table for each row. */
  public void print(PrintWriter out, Format format, JsonNode rows) {
    switch (format.document()) {
      case JSON -> out.println(text(JSON, rows));
      case YAML -> out.print(text(YAML, rows));
      default -> table(rows).print(out);
    }
    out.flush();
  }

  private Table table(JsonNode rows) {
    Table table = new Table(columns.stream().map(Column::title).toList());
    rows.forEach(
        row -> {
          List<String> cells = new ArrayList<>();
          columns.forEach(column -> cells.add(column.of(row)));
          table.add(cells);
        });
    return table;
  }

  private static String text(ObjectWriter writer, JsonNode rows) {
    try {
      return writer.writeValueAsString(rows);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
