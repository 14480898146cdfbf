package io.pomona.enrollment.csv;

import java.util.List;
import java.util.stream.Collectors;

/** A line of a file for spreadsheets. */
public final class CsvLine {
  private CsvLine() {}

  public static String of(List<String> cells) {
    return cells.stream().map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  /** A spreadsheet would compute what begins like a formula; an apostrophe makes it text. */
  private static String cell(String text) {
    String plain = text.matches("(?s)[=+\\-@\t\r\n].*") ? "'" + text : text;
    return plain.matches("(?s).*[\",\r\n].*") ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
  }
}
