package io.pomona.enrollment.migration;

import io.pomona.api.MdmException;
import io.pomona.api.MdmException.FieldError;
import io.pomona.api.enrollment.MigrationChange;
import io.pomona.api.enrollment.MigrationMarks.Answer;
import io.pomona.api.enrollment.NewMigration;
import io.pomona.enrollment.SerialNumber;
import io.pomona.enrollment.csv.CsvFile;
import io.pomona.enrollment.csv.CsvRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A list of Macs as somebody has it of the old MDM: what each line says, or what is wrong. */
record MigrationImport(List<Line> lines, List<String> ignoredColumns) {
  static final int MOST = 5_000;

  private static final String SERIAL = "serial_number";
  private static final Map<String, String> OTHER_NAMES =
      Map.of("serial", SERIAL, "serialnumber", SERIAL, "mdm", "old_mdm", "old_mdm_name", "old_mdm");
  private static final Set<String> COLUMNS =
      Set.of(
          SERIAL,
          "old_mdm",
          "enrollment",
          "left_old_mdm",
          "user_told",
          "user_is_admin",
          "activation_lock_off");

  /**
   * @param number as an editor counts, from 1
   * @param problem empty where the line is fine
   */
  record Line(int number, NewMigration mac, Optional<String> problem) {
    Line refused(String why) {
      return new Line(number, mac, Optional.of(why));
    }
  }

  static MigrationImport read(byte[] file) {
    List<CsvRow> rows = CsvFile.read(file, MOST + 1, MigrationImport::refused);
    List<String> head =
        rows.isEmpty()
            ? List.of()
            : rows.get(0).cells().stream().map(MigrationImport::column).toList();
    if (!head.contains(SERIAL)) {
      throw refused("The first line must name the columns, and one of them must be serial_number.");
    }
    List<String> ignored =
        head.stream().filter(name -> !name.isEmpty() && !COLUMNS.contains(name)).toList();
    return new MigrationImport(lines(head, rows.subList(1, rows.size())), ignored);
  }

  private static MdmException refused(String sentence) {
    return MdmException.invalid("enrollment.bad_csv", "macs", sentence);
  }

  private static String column(String text) {
    String name = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    return OTHER_NAMES.getOrDefault(name, name);
  }

  private static List<Line> lines(List<String> head, List<CsvRow> rows) {
    List<Line> lines = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (CsvRow row : rows) {
      Line line = line(row.line(), cells(head, row));
      boolean twice = !seen.add(line.mac().serialNumber());
      lines.add(
          twice && line.problem().isEmpty()
              ? line.refused("This serial number stands in the file twice.")
              : line);
    }
    return lines;
  }

  private static Map<String, String> cells(List<String> head, CsvRow row) {
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < head.size(); i++) {
      cells.put(head.get(i), row.cell(i));
    }
    return cells;
  }

  private static Line line(int number, Map<String, String> cells) {
    SerialNumber serial = new SerialNumber(cells.getOrDefault(SERIAL, ""));
    NewMigration mac = new NewMigration(serial.text(), MigrationChange.NONE);
    Line line = new Line(number, mac, serial.fault());
    if (line.problem().isPresent()) {
      return line;
    }
    try {
      return new Line(number, new NewMigration(serial.text(), change(cells)), Optional.empty());
    } catch (MdmException e) {
      return line.refused(e.getMessage());
    }
  }

  private static MigrationChange change(Map<String, String> cells) {
    Optional<String> oldMdm = cell(cells, "old_mdm");
    MarkWords.requireName(oldMdm);
    return new MigrationChange(
        oldMdm,
        cell(cells, "enrollment").map(text -> MarkWords.way(text.toLowerCase(Locale.ROOT))),
        flag(cells, "left_old_mdm"),
        flag(cells, "user_told"),
        answer(cells, "user_is_admin"),
        answer(cells, "activation_lock_off"),
        Optional.empty());
  }

  private static Optional<String> cell(Map<String, String> cells, String name) {
    return Optional.ofNullable(cells.get(name)).filter(text -> !text.isEmpty());
  }

  private static Optional<Answer> answer(Map<String, String> cells, String name) {
    return cell(cells, name)
        .map(
            text ->
                switch (text.toLowerCase(Locale.ROOT)) {
                  case "yes", "true", "1" -> Answer.YES;
                  case "no", "false", "0" -> Answer.NO;
                  case "unknown" -> Answer.UNKNOWN;
                  default ->
                      throw MdmException.invalid(
                          "enrollment.bad_mark", name, name + " is yes, no or unknown.");
                });
  }

  private static Optional<Boolean> flag(Map<String, String> cells, String name) {
    return answer(cells, name)
        .filter(answer -> answer != Answer.UNKNOWN)
        .map(answer -> answer == Answer.YES);
  }

  /** Refuses the file with all that is wrong with it. */
  void requireFine() {
    List<FieldError> errors =
        lines.stream()
            .flatMap(
                line ->
                    line.problem().stream()
                        .map(why -> new FieldError("line " + line.number(), why)))
            .toList();
    if (!errors.isEmpty()) {
      throw new MdmException(
          MdmException.Kind.INVALID,
          "enrollment.import_refused",
          errors.size() + " lines are wrong; nothing was imported. Try it as a dry run.",
          errors);
    }
  }
}
