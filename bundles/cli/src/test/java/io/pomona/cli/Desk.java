package io.pomona.cli;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.rules.TemporaryFolder;
import picocli.CommandLine;

/** Somebody who is logged in to a fake server and types commands, in a folder of their own. */
public final class Desk extends TemporaryFolder {
  private final FakeServer server = new FakeServer();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Override
  protected void before() throws Throwable {
    super.before();
    server.on("POST /api/v1/login", 200, "{\"token\":\"t0k3n\"}");
    assertEquals(
        0, run("login", "--address", server.address(), "--email", "a@b.c", "--password", "secret"));
    out.getBuffer().setLength(0);
    server.requests().clear();
  }

  @Override
  protected void after() {
    server.close();
    super.after();
  }

  int run(String... words) {
    CommandLine line = Pomonactl.commandLine();
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    List<String> arguments = new ArrayList<>(List.of(words));
    arguments.add("--config=" + path("config"));
    return line.execute(arguments.toArray(new String[0]));
  }

  FakeServer server() {
    return server;
  }

  /** What was printed since the last time. */
  String out() {
    String text = out.toString();
    out.getBuffer().setLength(0);
    return text;
  }

  String err() {
    String text = err.toString();
    err.getBuffer().setLength(0);
    return text;
  }

  Path path(String name) {
    return getRoot().toPath().resolve(name);
  }

  /** A file of this folder without the folder's name. */
  String relative(String file) {
    return getRoot().toPath().relativize(Path.of(file)).toString();
  }

  Path write(String name, String text) {
    try {
      Files.createDirectories(path(name).getParent());
      return Files.writeString(path(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
