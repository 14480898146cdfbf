package io.pomona.enrollment.csv;

import java.util.List;

/**
 * One row of a file; cells have no spaces around them.
 *
 * @param line where it begins, as an editor counts, from 1
 */
public record CsvRow(int line, List<String> cells) {
  public CsvRow {
    cells = List.copyOf(cells);
  }

  /** Empty text for a cell that is not there. */
  public String cell(int index) {
    return index >= 0 && index < cells.size() ? cells.get(index) : "";
  }

  boolean isEmpty() {
    return cells.stream().allMatch(String::isEmpty);
  }
}
