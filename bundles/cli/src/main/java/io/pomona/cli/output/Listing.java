package io.pomona.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Rows of a JSON answer, of which a table shows some columns. */
public final class Listing {
  private final List<Column> columns;

  private Listing(List<Column> columns) {
    this.columns = columns;
  }

  public static Listing of(Column... columns) {
    return new Listing(List.of(columns));
  }

  /** Prints all of the answer as a document, or one line of the table for each row. */
  public void print(PrintWriter out, Format format, JsonNode rows) {
    if (format.kind() == Format.Kind.table) {
      table(rows).print(out);
      out.flush();
    } else {
      Documents.print(out, format, rows);
    }
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
}
