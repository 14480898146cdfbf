package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.cli.Failure;
import io.pomona.cli.context.Context;
import io.pomona.cli.server.Server;
import io.pomona.cli.sso.BrowserLogin;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Logs in and keeps the token in the context. */
@Command(name = "login", description = "Log in to a server")
public final class LoginCommand implements Runnable {
  @Mixin private Session session;
  @Mixin private Connection connection;

  @Option(
      names = "--password",
      defaultValue = "${env:POMONA_PASSWORD}",
      description = "- reads it from the standard input; without it, you are asked")
  private Optional<String> password = Optional.empty();

  @Option(names = "--sso", description = "By the organization's provider, in a browser")
  private boolean sso;

  @Option(names = "--no-browser", description = "With --sso: print the address, open nothing")
  private boolean noBrowser;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    Context context = connection.over(session.context()).withToken("");
    PrintWriter out = spec.commandLine().getOut();
    JsonNode answer =
        sso ? new BrowserLogin(Server.of(context), out).run(!noBrowser) : byPassword(context);
    String email = answer.at("/user/email").asText(context.email());
    session.remember(context.withEmail(email).withToken(answer.path("token").asText()));
    out.println("Logged in as " + email + ".");
  }

  private JsonNode byPassword(Context context) {
    if (context.email().isEmpty()) {
      throw new Failure(Failure.Kind.LOGIN, "Say who logs in: --email YOU, or --sso");
    }
    Map<String, String> body =
        Map.of("email", context.email(), "password", password(password, context.email()));
    return Server.of(context).post("/login", body);
  }

  /** What was given, else what is typed. */
  static String password(Optional<String> said, String email) {
    String given = said.orElse("");
    if (given.equals("-")) {
      return line();
    }
    return given.isEmpty() ? asked(email) : given;
  }

  private static String line() {
    try {
      String line = new BufferedReader(new InputStreamReader(System.in)).readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      throw new Failure(Failure.Kind.FILE, "Cannot read the password: " + e.getMessage(), e);
    }
  }

  private static String asked(String email) {
    Console console = System.console();
    char[] typed = console == null ? null : console.readPassword("Password of %s: ", email);
    if (typed == null) {
      throw new Failure(
          Failure.Kind.LOGIN, "Give the password: --password -, or POMONA_PASSWORD, or a terminal");
    }
    return new String(typed);
  }
}
