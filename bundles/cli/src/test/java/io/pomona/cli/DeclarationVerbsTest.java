package io.pomona.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import picocli.CommandLine;

public class DeclarationVerbsTest {
  private static final String TYPE = "com.apple.configuration.passcode.settings";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private final FakeServer server = new FakeServer();
  private final StringWriter out = new StringWriter();

  @Before
  public void logIn() {
    server.on("POST /api/v1/login", 200, "{\"token\":\"t0k3n\"}");
    run("login", "--address", server.address(), "--email", "a@b.c", "--password", "secret");
  }

  @After
  public void close() {
    server.close();
  }

  private int run(String... words) {
    CommandLine line = Pomonactl.commandLine();
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(out, true));
    List<String> arguments = new ArrayList<>(List.of(words));
    arguments.add("--config=" + folder.getRoot().toPath().resolve("config"));
    return line.execute(arguments.toArray(new String[0]));
  }

  private int add(String payload) throws IOException {
    String file =
        Files.writeString(folder.getRoot().toPath().resolve("a.json"), payload).toString();
    return run("declarations", "add", "--identifier=org.example.a", "--type=" + TYPE, file);
  }

  @Test
  public void addingTellsWhatMacsMayRefuse() throws IOException {
    server.on(
        "POST /api/v1/declarations",
        200,
        "{\"declaration\":{\"id\":7,\"warnings\":[\"Only supervised Macs take this type.\"]}}");
    assertEquals(0, add("{\"RequirePasscode\":true}"));
    assertTrue(out.toString(), out.toString().contains("Added org.example.a as 7."));
    assertTrue(out.toString(), out.toString().contains("Only supervised Macs"));
    String asked = server.requests().get(server.requests().size() - 1);
    assertTrue(asked, asked.contains("\"payload\":{\"RequirePasscode\":true}"));
  }

  @Test
  public void whatIsNoJsonIsNotSent() throws IOException {
    assertEquals(5, add("<plist/>"));
  }

  @Test
  public void listsAndDeletes() {
    server.on(
        "GET /api/v1/declarations",
        200,
        "{\"declarations\":[{\"id\":7,\"identifier\":\"org.example.a\"}]}");
    assertEquals(0, run("get", "declarations"));
    assertTrue(out.toString(), out.toString().contains("org.example.a"));
    server.on("DELETE /api/v1/declarations/7", 200, "{}");
    assertEquals(0, run("declarations", "delete", "7"));
    assertTrue(out.toString(), out.toString().contains("Deleted 7."));
  }

  @Test
  public void oneIsShownWithItsPayload() {
    server.on(
        "GET /api/v1/declarations/7",
        200,
        "{\"declaration\":{\"id\":7,\"payload\":{\"RequirePasscode\":true}}}");
    assertEquals(0, run("get", "declaration", "7"));
    assertTrue(out.toString(), out.toString().contains("RequirePasscode: true"));
    assertEquals(0, run("get", "declaration", "7", "--json"));
    assertTrue(out.toString(), out.toString().contains("\"RequirePasscode\" : true"));
  }

  @Test
  public void aMacSaysHowFarItIs() {
    server.on("GET /api/v1/hosts/identifier/C02", 200, "{\"host\":{\"id\":3}}");
    server.on(
        "GET /api/v1/hosts/3/declarations",
        200,
        "{\"host_id\":3,\"up_to_date\":true,\"declarations\":[{\"identifier\":\"org.example.a\","
            + "\"wanted_token\":\"0123456789\",\"reported_token\":null,\"active\":false,"
            + "\"valid\":\"invalid\",\"reasons\":[{\"code\":\"Error.Some\"}]}]}");
    assertEquals(0, run("get", "declarations", "--host=C02"));
    assertTrue(out.toString(), out.toString().contains("01234567 "));
    assertTrue(out.toString(), out.toString().contains("Error.Some"));
    assertEquals(0, run("get", "declarations", "--host=C02", "--json"));
    assertTrue(out.toString(), out.toString().contains("\"up_to_date\" : true"));
    assertEquals("one of them", 2, run("get", "declarations", "--host=C02", "--team=Desks"));
  }
}
