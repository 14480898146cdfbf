package io.pomona.itests.contract;

import io.pomona.itests.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The committed table of who may call what: {@code role-matrix.csv} among the test resources. */
public final class RoleMatrix {
  /** {@code none} for callers without a token. */
  public static final String NOBODY = "none";

  /** Columns of roles in one team begin with it. */
  public static final String IN_A_TEAM = "team:";

  private static final Path FILE = Path.of("itests/src/test/resources/role-matrix.csv");

  /** What a cell says. */
  public enum Verdict {
    ALLOW,
    /** For rows of the caller's own team only. */
    OWN,
    DENY;

    /** Whether the operation may be called at all. */
    public boolean opens() {
      return this != DENY;
    }
  }

  private final List<String> roles = new ArrayList<>();
  private final Map<Operation, Map<String, Verdict>> rows = new TreeMap<>();

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
    Map<String, Verdict> row = new LinkedHashMap<>();
    for (int i = 0; i < roles.size(); i++) {
      row.put(roles.get(i), Verdict.valueOf(cells[i + 1].strip().toUpperCase(Locale.ROOT)));
    }
    rows.put(Operation.parse(cells[0]), row);
  }

  /** {@link #NOBODY}, then the roles everywhere, then those {@link #IN_A_TEAM}. */
  public List<String> roles() {
    return roles;
  }

  public Map<Operation, Map<String, Verdict>> rows() {
    return rows;
  }
}
