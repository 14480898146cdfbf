package io.pomona.enrollment.links;

import io.pomona.api.MdmException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One row of comma-separated values, as RFC 4180 has them.
 *
 * @param line where it begins
 */
record CsvRow(int line, List<String> cells) {
  /** Empty text for a cell that is not there. */
  String cell(int index) {
    return index >= 0 && index < cells.size() ? cells.get(index).strip() : "";
  }

  /** All but the empty ones. */
  static List<CsvRow> read(String text) {
    List<CsvRow> rows = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    int line = 1;
    int begun = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      line += c == '\n' ? 1 : 0;
      if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == ',') {
        end(cell, cells);
      } else if (!quoted && c == '\n') {
        end(cell, cells);
        end(cells, begun, rows);
        begun = line;
      } else if (c != '\r' || quoted) {
        cell.append(c);
      }
    }
    if (quoted) {
      throw MdmException.malformed(
          "enrollment.bad_file", "The quotation mark of line " + begun + " is not closed.");
    }
    end(cell, cells);
    end(cells, begun, rows);
    return rows;
  }

  private static void end(StringBuilder cell, List<String> cells) {
    cells.add(cell.toString());
    cell.setLength(0);
  }

  private static void end(List<String> cells, int line, List<CsvRow> rows) {
    if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
      rows.add(new CsvRow(line, List.copyOf(cells)));
    }
    cells.clear();
  }

  /** As a line; what a spreadsheet would take for a formula is text to it. */
  static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.matches("(?s)[=+\\-@\t\r].*") ? "'" + cell : cell)
        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(",", "", "\r\n"));
  }
}
