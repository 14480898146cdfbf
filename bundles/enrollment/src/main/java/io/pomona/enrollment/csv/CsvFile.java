package io.pomona.enrollment.migration;

import io.pomona.api.MdmException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a CSV file (RFC 4180), as spreadsheets write it: with commas or semicolons,
 * whichever its first line has, and with or without the mark of UTF-8.
 */
final class CsvTable {
  private final String text;
  private final char separator;
  private int at;

  private CsvTable(String text) {
    this.text = text;
    String head = text.lines().findFirst().orElse("");
    this.separator = head.contains(";") && !head.contains(",") ? ';' : ',';
  }

  static List<List<String>> read(byte[] file) {
    String text = decoded(file);
    return new CsvTable(text.startsWith("\uFEFF") ? text.substring(1) : text).rows();
  }

  private static String decoded(byte[] file) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    } catch (CharacterCodingException e) {
      throw MdmException.invalid(
              "enrollment.bad_csv", "macs", "The file is no text in UTF-8. Save it as CSV UTF-8.")
          .causedBy(e);
    }
  }

  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    while (at < text.length()) {
      rows.add(row());
    }
    return rows;
  }

  private List<String> row() {
    List<String> cells = new ArrayList<>();
    do {
      cells.add(cell().strip());
    } while (took(separator));
    if (at < text.length() && !ends(text.charAt(at))) {
      throw MdmException.invalid(
          "enrollment.bad_csv", "macs", "Something stands behind a closing quotation mark.");
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
    throw MdmException.invalid(
        "enrollment.bad_csv", "macs", "A quotation mark is not closed; the file may be cut off.");
  }

  private boolean took(char expected) {
    boolean there = at < text.length() && text.charAt(at) == expected;
    at += there ? 1 : 0;
    return there;
  }
}
