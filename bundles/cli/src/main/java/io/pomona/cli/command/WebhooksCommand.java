package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.cli.Failure;
import io.pomona.cli.output.Column;
import io.pomona.cli.output.Format;
import io.pomona.cli.output.Listing;
import io.pomona.cli.server.Server;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Who is called when something happens. */
@Command(
    name = "webhooks",
    description = "Have others called when something happens",
    subcommands = {
      WebhooksCommand.All.class,
      WebhooksCommand.Add.class,
      WebhooksCommand.Change.class,
      WebhooksCommand.Secret.class,
      WebhooksCommand.Test.class,
      WebhooksDeliveries.class,
      WebhooksRedeliver.class,
      WebhooksCommand.Delete.class
    })
public final class WebhooksCommand extends Branch {
  static String path(long id) {
    return "/webhooks/" + id;
  }

  /** The only time that a secret can be seen. */
  private static void printSecret(PrintWriter out, JsonNode webhook) {
    if (webhook.hasNonNull("secret")) {
      out.println(
          "Its secret, which is not shown again and with which bodies are signed: "
              + webhook.path("secret").asText());
    }
  }

  /** All that the caller may change. */
  @Command(name = "list", description = "List the webhooks and what waits for them")
  static final class All implements Runnable {
    private static final Listing LISTING =
        Listing.of(
            Column.of("ID", "/id"),
            Column.of("NAME", "/name"),
            Column.of("TEAM", "/team_id"),
            Column.of("URL", "/url"),
            Column.of("TOPICS", "/topics"),
            Column.of("PAUSED", "/paused"),
            Column.of("WAITING", "/waiting"),
            Column.of("DEAD", "/dead"));

    @Mixin private Session session;
    @Mixin private Format format;
    @Spec private CommandSpec spec;

    @Override
    public void run() {
      JsonNode webhooks = Pages.all(session.server(), "/webhooks", "webhooks", Query::new);
      LISTING.print(spec.commandLine().getOut(), format, webhooks);
    }
  }

  /** With a secret that the server makes. */
  @Command(name = "add", description = "Add a webhook and show its secret, once")
  static final class Add implements Runnable {
    @Mixin private Session session;
    @Mixin private WebhookOptions options;
    @Mixin private TeamOption team;

    @Parameters(index = "0", paramLabel = "NAME", description = "What it is called")
    private String name;

    @Parameters(index = "1", paramLabel = "URL", description = "Where events are sent")
    private String url;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
      Server server = session.server();
      Map<String, Object> body = options.body();
      body.put("name", name);
      body.put("url", url);
      team.id(server).ifPresent(id -> body.put("team_id", id));
      JsonNode made = server.post("/webhooks", body).path("webhook");
      PrintWriter out = spec.commandLine().getOut();
      out.println("Added webhook " + made.path("id").asLong() + ".");
      printSecret(out, made);
    }
  }

  /** What is not named stays as it is. */
  @Command(name = "change", description = "Change, pause or resume a webhook")
  static final class Change implements Runnable {
    @Mixin private Session session;
    @Mixin private WebhookOptions options;

    @Parameters(paramLabel = "ID", description = "The number of the webhook")
    private long id;

    @Option(names = "--name", description = "What it is called from now on")
    private Optional<String> name = Optional.empty();

    @Option(names = "--url", description = "Where events are sent from now on")
    private Optional<String> url = Optional.empty();

    @Option(names = "--pause", description = "Keep what happens and call nobody")
    private boolean pause;

    @Option(names = "--resume", description = "Call again, beginning with what was kept")
    private boolean resume;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
      Map<String, Object> body = options.body();
      name.ifPresent(text -> body.put("name", text));
      url.ifPresent(text -> body.put("url", text));
      if (pause || resume) {
        body.put("paused", pause);
      }
      if (pause && resume || body.isEmpty()) {
        throw new Failure(Failure.Kind.REFUSED, "Say what is to be changed, and pause or resume.");
      }
      session.server().method("PATCH", path(id), body);
      spec.commandLine().getOut().println("Changed webhook " + id + ".");
    }
  }

  /** The one before counts no longer. */
  @Command(name = "new-secret", description = "Make a new secret for a webhook and show it, once")
  static final class Secret implements Runnable {
    @Mixin private Session session;

    @Parameters(paramLabel = "ID", description = "The number of the webhook")
    private long id;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
      JsonNode answer = session.server().post(path(id) + "/secret", Map.of());
      printSecret(spec.commandLine().getOut(), answer.path("webhook"));
    }
  }

  /** At once, whatever waits. */
  @Command(name = "test", description = "Call a webhook with a test event")
  static final class Test implements Runnable {
    @Mixin private Session session;

    @Parameters(paramLabel = "ID", description = "The number of the webhook")
    private long id;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
      JsonNode tested = session.server().post(path(id) + "/test", Map.of());
      String outcome = tested.path("outcome").asText();
      if (!tested.path("delivered").asBoolean()) {
        throw new Failure(Failure.Kind.REFUSED, "Not delivered. " + outcome);
      }
      spec.commandLine().getOut().println("Delivered. " + outcome);
    }
  }

  /** With all that waits for it. */
  @Command(name = "delete", description = "Delete webhooks with all that waits for them")
  static final class Delete implements Runnable {
    @Mixin private Session session;

    @Parameters(arity = "1..*", paramLabel = "ID", description = "The numbers of the webhooks")
    private List<Long> ids;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
      for (long id : ids) {
        session.server().delete(path(id));
        spec.commandLine().getOut().println("Deleted webhook " + id + ".");
      }
    }
  }
}
