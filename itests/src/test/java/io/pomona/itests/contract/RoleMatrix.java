package io.pomona.itests.contract;

import io.pomona.itests.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The committed table of who may call what: {@code role-matrix.csv} among the test resources. */
public final class RoleMatrix {
  private static final Path FILE = Path.of("itests/src/test/resources/role-matrix.csv");

  private final List<String> roles = new ArrayList<>();
  private final Map<Operation, Map<String, Boolean>> rows = new TreeMap<>();

  private RoleMatrix() {}

  public static RoleMatrix read() {
    RoleMatrix matrix = new RoleMatrix();
    try {
      Files.readAllLines(ProjectFolder.root().resolve(FILE)).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(matrix::line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return matrix;
  }

  private void line(String line) {
    String[] cells = line.split(",", -1);
    if (roles.isEmpty()) {
      roles.addAll(List.of(cells).subList(1, cells.length));
      return;
    }
    Map<String, Boolean> row = new LinkedHashMap<>();
    for (int i = 0; i < roles.size(); i++) {
      row.put(roles.get(i), cells[i + 1].strip().equals("allow"));
    }
    rows.put(Operation.parse(cells[0]), row);
  }

  /** {@code none} for callers without a token, then the roles. */
  public List<String> roles() {
    return roles;
  }

  public Map<Operation, Map<String, Boolean>> rows() {
    return rows;
  }
}
