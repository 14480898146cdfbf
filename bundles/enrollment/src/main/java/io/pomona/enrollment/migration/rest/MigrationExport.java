package io.pomona.enrollment.migration.rest;

import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.Migration;
import io.pomona.api.enrollment.MigrationFilter;
import io.pomona.api.enrollment.MigrationStep;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.TeamId;
import io.pomona.enrollment.csv.CsvLine;
import io.pomona.enrollment.migration.MigrationBoard;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.ws.rs.core.StreamingOutput;

/** The board as CSV (RFC 4180), page by page; an import takes its first columns. */
final class MigrationExport implements StreamingOutput {
  private static final int PAGE = 1000;
  private static final List<String> MARKS =
      List.of(
          "serial_number",
          "old_mdm",
          "enrollment",
          "left_old_mdm",
          "user_told",
          "user_is_admin",
          "activation_lock_off");

  private final MigrationBoard board;
  private final Actor actor;
  private final MigrationFilter filter;
  private final Map<TeamId, String> teams;

  MigrationExport(
      MigrationBoard board, Actor actor, MigrationFilter filter, Map<TeamId, String> teams) {
    this.board = board;
    this.actor = actor;
    this.filter = filter;
    this.teams = teams;
  }

  @Override
  public void write(OutputStream output) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
    writer.write(CsvLine.of(head()));
    long after = 0;
    List<Migration> page;
    do {
      page = board.list(actor, filter, new PageRequest(after, 0, PAGE));
      for (Migration mac : page) {
        writer.write(CsvLine.of(cells(MigrationView.of(mac, teams))));
        after = mac.host().id().value();
      }
    } while (page.size() == PAGE);
    writer.flush();
  }

  private static List<String> head() {
    Stream<String> steps =
        Arrays.stream(MigrationStep.values()).map(step -> "step_" + step.label());
    return Stream.of(
            MARKS.stream(),
            Stream.of("host_id", "display_name", "mdm", "team"),
            steps,
            Stream.of("next"))
        .flatMap(some -> some)
        .toList();
  }

  private static List<String> cells(MigrationView mac) {
    Stream<String> facts =
        Stream.of(
            mac.serialNumber(),
            mac.oldMdm(),
            mac.enrollment(),
            mac.leftOldMdm().isPresent() ? "yes" : "no",
            mac.userTold().isPresent() ? "yes" : "no",
            mac.userIsAdmin(),
            mac.activationLockOff(),
            String.valueOf(mac.hostId()),
            mac.displayName(),
            mac.mdm(),
            mac.teamName().orElse(""));
    return Stream.of(facts, mac.steps().values().stream(), Stream.of(mac.next()))
        .flatMap(some -> some)
        .toList();
  }
}
