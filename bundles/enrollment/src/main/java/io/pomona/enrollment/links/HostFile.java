package io.pomona.enrollment.links;

import io.pomona.api.MdmException;
import io.pomona.enrollment.csv.CsvFile;
import io.pomona.enrollment.csv.CsvRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A file of Macs: serial number, name, team and e-mail address, separated by commas. */
public final class HostFile {
  static final int MOST = 10_000;

  private static final List<String> COLUMNS = List.of("serial", "name", "team", "email");
  private static final Set<String> HEADS = Set.of("serial", "serial_number", "hardware_serial");

  private HostFile() {}

  /**
   * @throws MdmException malformed when it is no such file
   */
  public static List<HostLine> read(byte[] file) {
    List<CsvRow> rows = CsvFile.read(file, MOST + 1, HostFile::refused);
    List<String> columns = COLUMNS;
    if (!rows.isEmpty() && isHead(rows.get(0))) {
      columns = head(rows.remove(0));
    }
    if (rows.isEmpty() || rows.size() > MOST) {
      throw refused("The file has to name between one and 10,000 Macs, one a line.");
    }
    List<HostLine> lines = new ArrayList<>();
    for (CsvRow row : rows) {
      lines.add(line(row, columns));
    }
    return lines;
  }

  private static MdmException refused(String sentence) {
    return MdmException.malformed("enrollment.bad_file", sentence);
  }

  private static boolean isHead(CsvRow row) {
    return row.cells().stream()
        .map(cell -> cell.toLowerCase(Locale.ROOT))
        .anyMatch(HEADS::contains);
  }

  private static List<String> head(CsvRow row) {
    List<String> names = row.cells().stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
    List<String> known = new ArrayList<>();
    for (String name : names) {
      String column = HEADS.contains(name) ? "serial" : name;
      if (!COLUMNS.contains(column) || known.contains(column)) {
        throw refused("The columns of the file are serial, name, team and email.");
      }
      known.add(column);
    }
    return known;
  }

  private static HostLine line(CsvRow row, List<String> columns) {
    if (row.cells().size() > columns.size()) {
      throw refused("Line " + row.line() + " has more cells than there are columns.");
    }
    return new HostLine(
        row.line(),
        row.cell(columns.indexOf("serial")),
        row.cell(columns.indexOf("name")),
        row.cell(columns.indexOf("team")),
        row.cell(columns.indexOf("email")));
  }
}
