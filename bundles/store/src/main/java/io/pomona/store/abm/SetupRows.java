package io.pomona.store.abm;

import io.pomona.api.abm.FetchedBytes;
import io.pomona.api.abm.LargeFileId;
import io.pomona.api.abm.MacSetup;
import io.pomona.api.abm.SetupDownload;
import io.pomona.api.abm.SetupRelease;
import io.pomona.api.abm.SetupStage;
import io.pomona.api.abm.SetupStep;
import io.pomona.api.abm.SetupStepStatus;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.TeamId;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Sql;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Rows of set-ups, and what goes with the rows of others. */
public final class SetupRows {
  private SetupRows() {}

  /** How a team's Macs are set up ends with it. */
  public static void deleteTeam(Sql sql, TeamId team) {
    for (String table :
        List.of(
            "abm_setup_settings",
            "abm_bootstrap_package",
            "abm_minimum_version",
            "abm_setup_assistant",
            "abm_setup_path",
            "abm_wanted")) {
      sql.update("DELETE FROM " + table + " WHERE team_id = ?", team.value());
    }
  }

  static MacSetup read(Row row) throws SQLException {
    return new MacSetup(
        new HostId(row.number("host_id")),
        ChannelId.parse(row.text("device")),
        row.instant("enrolled_at"),
        SetupStage.valueOf(row.text("stage")),
        step(row, "account"),
        step(row, "bootstrap"),
        download(row),
        new SetupRelease(
            row.instant("deadline_at"),
            row.optionalText("release_uuid").map(CommandUuid::new),
            (int) row.number("release_attempts"),
            row.optionalInstant("release_again_at"),
            row.text("missing")),
        row.number("version"));
  }

  private static SetupStep step(Row row, String name) throws SQLException {
    return new SetupStep(
        SetupStepStatus.valueOf(row.text(name + "_status")),
        row.optionalText(name + "_uuid").map(CommandUuid::new),
        row.text(name + "_detail"));
  }

  private static Optional<SetupDownload> download(Row row) throws SQLException {
    Optional<String> token = row.optionalText("download_sha256");
    return token.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SetupDownload(
                row.text("download_name"),
                new LargeFileId(row.number("download_file")),
                row.number("download_size"),
                token.get(),
                FetchedBytes.parse(row.text("download_fetched"))));
  }

  static void insert(Sql sql, MacSetup setup) {
    sql.update(
        "INSERT INTO abm_setup (device, enrolled_at, stage, account_status, account_uuid,"
            + " account_detail, bootstrap_status, bootstrap_uuid, bootstrap_detail, download_name,"
            + " download_file, download_size, download_sha256, download_fetched, deadline_at,"
            + " release_uuid, release_attempts, release_again_at, missing, version, host_id)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        values(setup, setup.version()));
  }

  /**
   * @return whether the version was still there
   */
  static boolean update(Sql sql, MacSetup setup) {
    Object[] values = values(setup, setup.version() + 1);
    Object[] all = Arrays.copyOf(values, values.length + 2);
    all[values.length] = setup.version();
    all[values.length + 1] = setup.enrolledAt();
    return sql.update(
            "UPDATE abm_setup SET device = ?, enrolled_at = ?, stage = ?, account_status = ?,"
                + " account_uuid = ?, account_detail = ?, bootstrap_status = ?, bootstrap_uuid = ?,"
                + " bootstrap_detail = ?, download_name = ?, download_file = ?, download_size = ?,"
                + " download_sha256 = ?, download_fetched = ?, deadline_at = ?, release_uuid = ?,"
                + " release_attempts = ?, release_again_at = ?, missing = ?, version = ?"
                + " WHERE host_id = ? AND version = ? AND enrolled_at = ?",
            all)
        == 1;
  }

  private static Object[] values(MacSetup setup, long version) {
    Optional<SetupDownload> download = setup.download();
    SetupRelease release = setup.release();
    return new Object[] {
      setup.device().value(),
      setup.enrolledAt(),
      setup.stage(),
      setup.account().status(),
      setup.account().command().map(CommandUuid::value),
      setup.account().detail(),
      setup.bootstrap().status(),
      setup.bootstrap().command().map(CommandUuid::value),
      setup.bootstrap().detail(),
      download.map(SetupDownload::name),
      download.map(part -> part.file().value()),
      download.map(SetupDownload::size),
      download.map(SetupDownload::tokenSha256),
      download.map(part -> part.fetched().text()).orElse(""),
      release.deadline(),
      release.command().map(CommandUuid::value),
      release.attempts(),
      release.againAt(),
      release.missing(),
      version,
      setup.host().value()
    };
  }
}
