package io.pomona.store.updates;

import io.pomona.api.abm.FetchedBytes;
import io.pomona.api.abm.LargeFileId;
import io.pomona.api.abm.SetupDownload;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.updates.NudgeInstall;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Sql;
import java.sql.SQLException;

/** Rows of what Macs were told of Nudge. */
final class NudgeRows {
  private NudgeRows() {}

  static NudgeInstall read(Row row) throws SQLException {
    return new NudgeInstall(
        new HostId(row.number("host_id")),
        row.instant("enrolled_at"),
        row.text("package_sha256"),
        new SetupDownload(
            row.text("name"),
            new LargeFileId(row.number("file_id")),
            row.number("size_bytes"),
            row.text("token_sha256"),
            FetchedBytes.parse(row.text("fetched"))),
        row.instant("expires_at"),
        NudgeInstall.Status.valueOf(row.text("status")),
        row.text("detail"),
        new CommandUuid(row.text("command_uuid")),
        (int) row.number("attempts"),
        row.optionalInstant("again_at"),
        row.number("version"));
  }

  static void insert(Sql sql, NudgeInstall install) {
    sql.update(
        "INSERT INTO updates_nudge_install (host_id, enrolled_at, package_sha256, name, file_id,"
            + " size_bytes, token_sha256, fetched, expires_at, status, detail, command_uuid,"
            + " attempts, again_at, version)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        install.host().value(),
        install.enrolledAt(),
        install.packageSha256(),
        install.download().name(),
        install.download().file().value(),
        install.download().size(),
        install.download().tokenSha256(),
        install.download().fetched().text(),
        install.expiresAt(),
        install.status(),
        install.detail(),
        install.command().value(),
        install.attempts(),
        install.againAt(),
        install.version() + 1);
  }
}
