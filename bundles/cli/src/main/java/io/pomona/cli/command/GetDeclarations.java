package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.cli.output.Column;
import io.pomona.cli.output.Documents;
import io.pomona.cli.output.Format;
import io.pomona.cli.output.Listing;
import io.pomona.cli.server.Server;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The declarations of a scope, one of them in full, or what one Mac has of them. */
@Command(
    name = "declarations",
    aliases = "declaration",
    description = "List the declarations of a team or of a Mac, or show one with its payload")
final class GetDeclarations implements Runnable {
  private static final Listing LISTING =
      Listing.of(
          Column.of("ID", "/id"),
          Column.of("IDENTIFIER", "/identifier"),
          Column.of("TYPE", "/type"),
          Column.of("UPDATED", "/updated_at"));

  private static final Listing ON_HOST =
      Listing.of(
          Column.of("IDENTIFIER", "/identifier"),
          Column.of("TYPE", "/type"),
          Column.of("WANTED", "/wanted_token").reading(GetDeclarations::brief),
          Column.of("REPORTED", "/reported_token").reading(GetDeclarations::brief),
          Column.of("ACTIVE", "/active"),
          Column.of("VALID", "/valid"),
          Column.of("REASONS", "/reasons"));

  private static final int ENOUGH = 8;

  @Mixin private Session session;
  @Mixin private Format format;

  @ArgGroup private Subject subject = new Subject();

  @Spec private CommandSpec spec;

  /** One, those of a Mac, or those of a team or of none. */
  private static final class Subject {
    @Parameters(arity = "0..1", paramLabel = "ID", description = "The number of the one to show")
    private Optional<Long> id = Optional.empty();

    @Option(names = "--host", description = "Of this Mac: UDID, serial number or name")
    private Optional<String> host = Optional.empty();

    @Option(names = "--team", description = TeamOption.DESCRIPTION)
    private Optional<String> team = Optional.empty();
  }

  @Override
  public void run() {
    Server server = session.server();
    if (subject.id.isPresent()) {
      one(server.get("/declarations/" + subject.id.get()).path("declaration"));
    } else if (subject.host.isPresent()) {
      onHost(server, HostNames.find(server, subject.host.get()).path("id").asLong());
    } else {
      Optional<Long> team = subject.team.map(name -> TeamOption.scope(server, name));
      String query = new Query().with("team_id", team).toString();
      print(LISTING, server.get("/declarations" + query).path("declarations"));
    }
  }

  /** A payload fits in no table. */
  private void one(JsonNode declaration) {
    Documents.print(spec.commandLine().getOut(), format, declaration);
  }

  private void onHost(Server server, long host) {
    JsonNode known = server.get("/hosts/" + host + "/declarations");
    print(ON_HOST, format.isTable() ? known.path("declarations") : known);
  }

  private void print(Listing listing, JsonNode rows) {
    listing.print(spec.commandLine().getOut(), format, rows);
  }

  private static String brief(String token) {
    return token.substring(0, Math.min(token.length(), ENOUGH));
  }
}
