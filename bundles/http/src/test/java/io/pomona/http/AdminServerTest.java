package io.pomona.http;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.Sessions;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Anonymous;
import io.pomona.api.rest.MultipartForm;
import io.pomona.api.rest.Requires;
import io.pomona.api.rest.SessionCookie;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.junit.Rule;
import org.junit.Test;

public class AdminServerTest {
  private final AdminServer admin =
      new AdminServer(new Listening(), new OneToken(), new ObserversView());

  @Rule public final TestServer server = new TestServer("/api/*", admin);

  public AdminServerTest() {
    admin.bindResource(new Fruits());
  }

  @Test
  public void recordsAreSnakeCaseUnderEveryBase() {
    for (String base : new String[] {"/api/v1", "/api/v1/fleet", "/api/latest/fleet"}) {
      HttpResponse<String> answer = server.send(authorized(base + "/fruits/7"));
      assertEquals(200, answer.statusCode());
      assertEquals(
          "{\"fruit_id\":7,\"ripe_at\":\"2026-01-02T03:04:05Z\",\"eaten_by\":null}", answer.body());
    }
  }

  @Test
  public void aFileIsStreamedWhateverTheClientAccepts() {
    for (String accepted : new String[] {"application/json", "*/*", "text/csv"}) {
      HttpResponse<String> answer =
          server.send(authorized("/api/v1/fruits/export").header("Accept", accepted));
      assertEquals(200, answer.statusCode());
      assertEquals("id\r\n7\r\n", answer.body());
      assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("text/csv"));
    }
  }

  @Test
  public void withoutTokenOrWithAWrongOneIs401() {
    assertEquals(401, server.get("/api/v1/fruits/7").statusCode());
    HttpRequest.Builder wrong =
        server.request("/api/v1/fruits/7").header("Authorization", "Bearer wrong");
    assertEquals(401, server.send(wrong).statusCode());
    assertTrue(server.send(wrong).body().contains("\"code\":\"http.unauthenticated\""));
  }

  /** Another site can make a browser send a cookie, but no header of ours. */
  @Test
  public void aCookieCountsWithTheHeaderOnly() {
    HttpRequest.Builder shown =
        server.request("/api/v1/fruits/7").header("Cookie", SessionCookie.NAME + "=right");
    assertEquals(401, server.send(shown).statusCode());
    assertEquals(200, server.send(shown.header(SessionCookie.HEADER, "1")).statusCode());
    HttpRequest.Builder both =
        server
            .request("/api/v1/fruits/7")
            .header("Cookie", SessionCookie.NAME + "=right")
            .header(SessionCookie.HEADER, "1")
            .header("Authorization", "Bearer wrong");
    assertEquals(401, server.send(both).statusCode());
    HttpRequest.Builder wrong =
        server
            .request("/api/v1/fruits/7")
            .header("Cookie", SessionCookie.NAME + "=wrong")
            .header(SessionCookie.HEADER, "1");
    assertEquals(401, server.send(wrong).statusCode());
  }

  @Test
  public void openMethodsNeedNoToken() {
    assertEquals(200, server.get("/api/v1/fruits").statusCode());
  }

  @Test
  public void whatNamesNoPermissionOrOneThatIsMissingIsClosed() {
    assertEquals(403, server.send(authorized("/api/v1/fruits/closed")).statusCode());
    assertEquals(
        403,
        server.send(authorized("/api/v1/fruits/eat").POST(BodyPublishers.noBody())).statusCode());
  }

  @Test
  public void theCallerReachesTheMethod() {
    assertEquals("\"Olive\"", server.send(authorized("/api/v1/fruits/me")).body());
  }

  @Test
  public void errorsHaveCodeAndReason() {
    HttpResponse<String> answer = server.send(authorized("/api/v1/fruits/rotten"));
    assertEquals(422, answer.statusCode());
    assertEquals(
        "{\"message\":\"Validation Failed\",\"errors\":[{\"name\":\"fruit\",\"reason\":\"It is rotten.\"}],"
            + "\"code\":\"fruits.rotten\",\"uuid\":\"\"}",
        answer.body());
  }

  @Test
  public void anUnexpectedErrorShowsNothingOfItself() {
    HttpResponse<String> answer = server.send(authorized("/api/v1/fruits/worm"));
    assertEquals(500, answer.statusCode());
    assertFalse(answer.body().contains("worm inside"));
    assertTrue(answer.body().contains("\"code\":\"http.internal\""));
  }

  @Test
  public void unknownPathsAndMethodsAndBodiesAreClientErrors() {
    assertEquals(404, server.send(authorized("/api/v1/vegetables")).statusCode());
    assertEquals(404, server.send(authorized("/api/v9/fruits")).statusCode());
    assertEquals(405, server.send(authorized("/api/v1/fruits/7").DELETE()).statusCode());
    assertEquals(400, server.send(json("{\"fruitId\":")).statusCode());
    assertEquals(400, server.send(json("[".repeat(10_000))).statusCode());
  }

  @Test
  public void ambiguousPathsAreRefusedBeforeAnything() {
    for (String path :
        new String[] {
          "/api/v1/fruits/..;/x",
          "/api/v1//fruits",
          "/api/v1/fruits/%2e%2e/x",
          "/api/v1/fruits;a=b",
          "/api/v1/%2ffruits"
        }) {
      assertEquals(path, 400, server.send(authorized(path)).statusCode());
    }
  }

  @Test
  public void bodiesOverTheLimitAreRefusedBeforeAuthentication() {
    byte[] large = new byte[(32 << 20) + 1];
    HttpRequest.Builder declared =
        server.request("/api/v1/fruits").POST(BodyPublishers.ofByteArray(large));
    assertEquals(413, server.send(declared).statusCode());
  }

  @Test
  public void formsArriveWithFieldsAndFiles() {
    String form =
        "--x\r\nContent-Disposition: form-data; name=\"color\"\r\n\r\ngreen\r\n"
            + "--x\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"a.png\"\r\n"
            + "Content-Type: application/octet-stream\r\n\r\nPNG\r\n--x--\r\n";
    HttpRequest.Builder request =
        authorized("/api/v1/fruits/form")
            .header("Content-Type", "multipart/form-data; boundary=x")
            .POST(BodyPublishers.ofString(form));
    assertEquals("\"green a.png 3 of 1\"", server.send(request).body());
  }

  @Test
  public void severalFilesOfOneNameArriveInTheirOrder() {
    String form =
        "--x\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"a.png\"\r\n\r\nPNG\r\n"
            + "--x\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"b.png\"\r\n\r\nPN"
            + "\r\n--x--\r\n";
    HttpRequest.Builder request =
        authorized("/api/v1/fruits/form")
            .header("Content-Type", "multipart/form-data; boundary=x")
            .POST(BodyPublishers.ofString(form));
    assertEquals("\" b.png 2 of 2\"", server.send(request).body());
  }

  @Test
  public void resourcesComeAndGo() {
    Pits pits = new Pits();
    assertEquals(404, server.send(authorized("/api/v1/pits")).statusCode());
    admin.bindResource(pits);
    assertEquals(200, server.send(authorized("/api/v1/pits")).statusCode());
    admin.unbindResource(pits);
    assertEquals(404, server.send(authorized("/api/v1/pits")).statusCode());
  }

  private HttpRequest.Builder authorized(String path) {
    return server.request(path).header("Authorization", "Bearer right");
  }

  private HttpRequest.Builder json(String body) {
    return authorized("/api/v1/fruits/json")
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  public record Fruit(long fruitId, Instant ripeAt, Optional<String> eatenBy) {}

  @Path("fruits")
  @Produces(MediaType.APPLICATION_JSON)
  public static final class Fruits implements AdminResource {
    @GET
    @Anonymous
    public Fruit any() {
      return fruit(1);
    }

    @GET
    @Path("{id: [0-9]+}")
    @Requires(Permission.VIEW_HOSTS)
    public Fruit fruit(@PathParam("id") long id) {
      return new Fruit(id, Instant.parse("2026-01-02T03:04:05Z"), Optional.empty());
    }

    @GET
    @Path("closed")
    public Fruit closed() {
      return fruit(2);
    }

    @POST
    @Path("eat")
    @Requires(Permission.RUN_COMMANDS)
    public Fruit eat() {
      return fruit(3);
    }

    @GET
    @Path("me")
    @Requires(Permission.VIEW_HOSTS)
    public String me(@Context Actor actor) {
      return "\"" + actor.name() + "\"";
    }

    @GET
    @Path("export")
    @Produces(MediaType.WILDCARD)
    @Requires(Permission.VIEW_HOSTS)
    public Response export() {
      StreamingOutput rows = out -> out.write("id\r\n7\r\n".getBytes(StandardCharsets.UTF_8));
      return Response.ok(rows, "text/csv; charset=UTF-8").build();
    }

    @GET
    @Path("rotten")
    @Requires(Permission.VIEW_HOSTS)
    public Fruit rotten() {
      throw MdmException.invalid("fruits.rotten", "fruit", "It is rotten.");
    }

    @GET
    @Path("worm")
    @Requires(Permission.VIEW_HOSTS)
    public Fruit worm() {
      throw new IllegalStateException("worm inside");
    }

    @POST
    @Path("json")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.VIEW_HOSTS)
    public Fruit json(Fruit fruit) {
      return fruit;
    }

    @POST
    @Path("form")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Requires(Permission.VIEW_HOSTS)
    public String form(MultipartForm form) {
      return "\"%s %s %d of %d\""
          .formatted(
              form.field("color").orElse(""),
              form.file("picture").orElseThrow().name(),
              form.file("picture").orElseThrow().content().length,
              form.files("picture").size());
    }
  }

  @Path("pits")
  public static final class Pits implements AdminResource {
    @GET
    @Anonymous
    public String pits() {
      return "pits";
    }
  }

  static final class OneToken implements Sessions {
    @Override
    public Session logIn(String email, Secret password, String source) {
      throw new IllegalStateException("nobody logs in here");
    }

    @Override
    public Optional<Actor> resolve(Secret token) {
      return token.revealText().equals("right")
          ? Optional.of(new Actor(Optional.empty(), "Olive", "", Set.of(Role.OBSERVER)))
          : Optional.empty();
    }

    @Override
    public void logOut(Secret token) {}
  }

  static final class ObserversView implements Access {
    @Override
    public void require(
        Actor actor, Permission permission, Optional<TeamId> team, Supplier<MdmException> unknown) {
      require(actor, permission, team);
    }

    @Override
    public TeamScope scope(Actor actor, Permission permission) {
      return mayAnywhere(actor, permission) ? TeamScope.everywhere() : TeamScope.nowhere();
    }

    @Override
    public boolean mayAnywhere(Actor actor, Permission permission) {
      return permission == Permission.VIEW_HOSTS;
    }

    @Override
    public void require(Actor actor, Permission permission, Optional<TeamId> team) {}
  }
}
