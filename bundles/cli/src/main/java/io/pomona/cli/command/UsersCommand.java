package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.cli.Failure;
import io.pomona.cli.server.Server;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is done with people. */
@Command(
    name = "users",
    description = "Add and delete people, and change their roles",
    subcommands = {
      UsersCommand.All.class,
      UsersCommand.Add.class,
      UsersCommand.Roles.class,
      UsersCommand.Delete.class
    })
public final class UsersCommand extends Branch {

  /** As get users does. */
  @Command(name = "list", description = "List the people and their roles")
  static final class All extends GetUsers {}

  private static String path(Server server, String email) {
    for (JsonNode user : server.get("/users").path("users")) {
      if (user.path("email").asText().equalsIgnoreCase(email)) {
        return "/users/" + user.path("id").asLong();
      }
    }
    throw new Failure(Failure.Kind.REFUSED, "There is nobody with the address " + email + ".");
  }

  /** An account with a password. */
  @Command(name = "add", description = "Add a person")
  static final class Add implements Runnable {
    @Mixin private Session session;
    @Mixin private RoleOptions roles;

    @Parameters(paramLabel = "EMAIL", description = "The person's e-mail address")
    private String email;

    @Option(names = "--name", required = true, description = "The person's name")
    private String name;

    @Option(
        names = "--password",
        description = "- reads it from the standard input; without it, you are asked")
    private Optional<String> password = Optional.empty();

    @Spec private CommandSpec spec;

    @Override
    public void run() {
      Server server = session.server();
      Map<String, Object> body = roles.body(server);
      body.putAll(
          Map.of("email", email, "name", name, "password", LoginCommand.password(password, email)));
      server.post("/users", body);
      spec.commandLine().getOut().println("Added " + email + ".");
    }
  }

  /** Instead of the roles until then; sessions end with them. */
  @Command(name = "roles", description = "Give a person other roles, which ends their sessions")
  static final class Roles implements Runnable {
    @Mixin private Session session;
    @Mixin private RoleOptions roles;

    @Parameters(paramLabel = "EMAIL", description = "The person's e-mail address")
    private String email;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
      Server server = session.server();
      server.method("PATCH", path(server, email), roles.body(server));
      spec.commandLine().getOut().println("Changed the roles of " + email + ".");
    }
  }

  /** With all their sessions. */
  @Command(name = "delete", description = "Delete people and end their sessions")
  static final class Delete implements Runnable {
    @Mixin private Session session;

    @Parameters(arity = "1..*", paramLabel = "EMAIL", description = "Their e-mail addresses")
    private List<String> emails;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
      Server server = session.server();
      for (String email : emails) {
        server.delete(path(server, email));
        spec.commandLine().getOut().println("Deleted " + email + ".");
      }
    }
  }
}
