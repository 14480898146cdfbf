package io.pomona.store.enrollment;

import io.pomona.store.sql.Sql;

/**
 * Whoever makes hosts holds this until the transaction ends, and only then looks which serial
 * numbers are known: a serial number is not unique, since Macs say it themselves and some lie or
 * got another board. It is held after the channel of a Mac or the token of a page, and before teams
 * and hosts, so that nobody waits in a circle.
 */
public final class Newcomers {
  private Newcomers() {}

  public static void hold(Sql sql) {
    sql.update(
        sql.dialect()
            .upsert(
                "enrollment_newcomers",
                "id",
                "id, times",
                "SELECT CAST(1 AS INT), CAST(1 AS BIGINT)",
                "times = t.times + 1"));
  }
}
