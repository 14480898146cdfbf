package io.pomona.enrollment.csv;

import java.util.List;
import java.util.stream.Collectors;

/** A line of a file for spreadsheets. */
public final class CsvLine {
  private CsvLine() {}

  public static String of(List<String> cells) {
    return cells.stream().map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  /**
   * A spreadsheet would compute what begins like a formula; an apostrophe makes it text. In some
   * countries it begins a cell behind a semicolon as well.
   */
  private static String cell(String text) {
    String start = text.matches("(?s)[=+\\-@\t\r\n].*") ? "'" + text : text;
    String plain = start.replaceAll("(; *)([=+\\-@])", "$1'$2");
    return plain.matches("(?s).*[\",\r\n].*") ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
  }
}
