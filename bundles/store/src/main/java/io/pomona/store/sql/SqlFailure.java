package io.pomona.store.sql;

import java.sql.SQLException;

/** A statement failed; stays inside this bundle. */
public final class SqlFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SqlFailure(SQLException cause) {
    super(cause);
  }
}
