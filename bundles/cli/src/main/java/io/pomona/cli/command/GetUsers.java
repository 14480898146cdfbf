package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pomona.cli.output.Column;
import io.pomona.cli.output.Format;
import io.pomona.cli.output.Listing;
import java.util.StringJoiner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The people. */
@Command(name = "users", aliases = "user", description = "List the people and their roles")
class GetUsers implements Runnable {
  private static final Listing LISTING =
      Listing.of(
          Column.of("EMAIL", "/email"), Column.of("NAME", "/name"), Column.of("ROLES", "/roles"));

  @Mixin private Session session;
  @Mixin private Format format;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    JsonNode users = session.server().get("/users").path("users");
    if (format.kind() == Format.Kind.table) {
      users.forEach(user -> ((ObjectNode) user).put("roles", roles(user)));
    }
    LISTING.print(spec.commandLine().getOut(), format, users);
  }

  private static String roles(JsonNode user) {
    StringJoiner roles = new StringJoiner(", ");
    if (user.path("global_role").isTextual()) {
      roles.add(user.path("global_role").asText());
    }
    user.path("teams")
        .forEach(team -> roles.add(team.path("name").asText() + ":" + team.path("role").asText()));
    return roles.toString();
  }
}
