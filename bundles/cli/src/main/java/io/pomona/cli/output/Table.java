package io.pomona.cli.output;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Text in columns as wide as their widest line. A cell may have several lines. */
final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  Table(List<String> titles) {
    rows.add(titles);
  }

  void add(List<String> cells) {
    rows.add(cells.stream().map(Printable::text).toList());
  }

  void print(PrintWriter out) {
    int[] widths = widths();
    for (List<String> row : rows) {
      int height = row.stream().mapToInt(cell -> lines(cell).size()).max().orElse(1);
      for (int line = 0; line < height; line++) {
        out.println(line(row, line, widths));
      }
    }
  }

  private int[] widths() {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        for (String line : lines(row.get(i))) {
          widths[i] = Math.max(widths[i], line.length());
        }
      }
    }
    return widths;
  }

  private static String line(List<String> row, int number, int[] widths) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      List<String> lines = lines(row.get(i));
      String cell = number < lines.size() ? lines.get(number) : "";
      text.append(cell).append(" ".repeat(widths[i] - cell.length() + 2));
    }
    return text.toString().stripTrailing();
  }

  private static List<String> lines(String cell) {
    return List.of(cell.split("\n", -1));
  }
}
