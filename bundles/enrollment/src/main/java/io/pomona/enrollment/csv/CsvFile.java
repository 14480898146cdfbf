package io.pomona.enrollment.csv;

import io.pomona.api.MdmException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The rows of a CSV file (RFC 4180), as spreadsheets write it: with commas or semicolons, whichever
 * its first line has, and with or without the mark of UTF-8.
 */
public final class CsvFile {
  /** No list of Macs has as many columns; so that few bytes do not become much memory. */
  static final int CELLS = 100;

  private final String text;
  private final int most;
  private final Function<String, MdmException> refused;
  private final char separator;
  private int at;

  private CsvFile(String text, int most, Function<String, MdmException> refused) {
    this.text = text;
    this.most = most;
    this.refused = refused;
    String head = text.lines().findFirst().orElse("");
    this.separator = head.contains(";") && !head.contains(",") ? ';' : ',';
  }

  /**
   * All rows but the empty ones.
   *
   * @param most how many rows there may be, the names of the columns among them
   * @param refused what is thrown for a file that is none, of a sentence that says what to do
   */
  public static List<CsvRow> read(byte[] file, int most, Function<String, MdmException> refused) {
    String text = decoded(file, refused);
    String rows = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return new CsvFile(rows, most, refused).rows();
  }

  private static String decoded(byte[] file, Function<String, MdmException> refused) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    } catch (CharacterCodingException e) {
      throw refused.apply("The file is no text in UTF-8. Save it as CSV UTF-8.").causedBy(e);
    }
  }

  private List<CsvRow> rows() {
    List<CsvRow> rows = new ArrayList<>();
    int line = 1;
    while (at < text.length()) {
      int begun = at;
      CsvRow row = new CsvRow(line, cells());
      if (!row.isEmpty()) {
        add(rows, row);
      }
      line += Math.max(1, newLines(begun));
    }
    return rows;
  }

  private void add(List<CsvRow> rows, CsvRow row) {
    if (rows.size() == most) {
      throw refused.apply("The file has more than " + most + " lines; send several files.");
    }
    rows.add(row);
  }

  /** A cell in quotation marks may go over several lines. */
  private int newLines(int from) {
    return (int) text.substring(from, at).chars().filter(next -> next == '\n').count();
  }

  private List<String> cells() {
    List<String> cells = new ArrayList<>();
    do {
      if (cells.size() == CELLS) {
        throw refused.apply("A line of the file has more than " + CELLS + " cells.");
      }
      cells.add(cell().strip());
    } while (took(separator));
    if (at < text.length() && !ends(text.charAt(at))) {
      throw refused.apply("Something stands behind a closing quotation mark.");
    }
    took('\r');
    took('\n');
    return cells;
  }

  private String cell() {
    return took('"') ? quoted() : plain();
  }

  private String plain() {
    int from = at;
    while (at < text.length() && !ends(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at);
  }

  private boolean ends(char next) {
    return next == separator || next == '\n' || next == '\r';
  }

  private String quoted() {
    StringBuilder cell = new StringBuilder();
    while (at < text.length()) {
      char next = text.charAt(at++);
      if (next != '"') {
        cell.append(next);
      } else if (took('"')) {
        cell.append('"');
      } else {
        return cell.toString();
      }
    }
    throw refused.apply("A quotation mark is not closed; the file may be cut off.");
  }

  private boolean took(char expected) {
    boolean there = at < text.length() && text.charAt(at) == expected;
    at += there ? 1 : 0;
    return there;
  }
}
