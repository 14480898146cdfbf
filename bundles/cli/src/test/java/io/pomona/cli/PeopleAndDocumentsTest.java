package io.pomona.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.yaml.snakeyaml.Yaml;

public class PeopleAndDocumentsTest {
  private static final String USERS =
      """
      {"users":[
       {"id":1,"email":"a@b.c","name":"Ann","global_role":"admin","teams":[]},
       {"id":2,"email":"t@b.c","name":"Tom","global_role":null,
        "teams":[{"id":3,"name":"Desks","role":"maintainer"}]}]}
      """;
  private static final String TEAMS =
      """
      {"teams":[{"id":3,"name":"Desks","description":"","host_count":1,"user_count":0,
       "mdm":{"macos_settings":{"custom_settings":[],"enable_disk_encryption":true}}}]}
      """;

  @Rule public final Desk desk = new Desk();

  @Before
  public void anOrganization() {
    desk.server().on("GET /api/v1/users", 200, USERS);
    desk.server().on("GET /api/v1/teams?page=0&per_page=500", 200, TEAMS);
  }

  private String last() {
    List<String> requests = desk.server().requests();
    return requests.get(requests.size() - 1).replace(" [Bearer t0k3n] ", " ");
  }

  private Object yaml() {
    return new Yaml().load(desk.out());
  }

  @Test
  public void peopleAreListedWithTheirRoles() {
    for (List<String> words : List.of(List.of("get", "users"), List.of("users", "list"))) {
      assertEquals(0, desk.run(words.toArray(new String[0])));
      assertEquals(
          """
          EMAIL  NAME  ROLES
          a@b.c  Ann   admin
          t@b.c  Tom   Desks:maintainer
          """,
          desk.out());
    }
  }

  @Test
  public void peopleComeChangeAndGo() {
    desk.server().on("POST /api/v1/users", 200, "{\"user\":{\"id\":4}}");
    assertEquals(
        0, desk.run("users", "add", "x@b.c", "--name=X", "--role=observer", "--password=long"));
    assertTrue(last(), last().contains("\"global_role\":\"observer\""));
    assertTrue(last(), last().contains("\"password\":\"long\""));
    assertFalse(desk.out().contains("long"));
    desk.server().on("PATCH /api/v1/users/2", 200, "{}");
    assertEquals(0, desk.run("users", "roles", "T@b.c", "--team-role=desks=gitops"));
    assertEquals("PATCH /api/v1/users/2 {\"teams\":[{\"id\":3,\"role\":\"gitops\"}]}", sorted());
    desk.server().on("DELETE /api/v1/users/2", 200, "{}");
    assertEquals(0, desk.run("users", "delete", "t@b.c"));
    assertEquals(1, desk.run("users", "delete", "nobody@b.c"));
    assertEquals("Error: There is nobody with the address nobody@b.c.\n", desk.err());
    assertEquals(2, desk.run("users", "roles", "t@b.c"));
  }

  /** The keys of a role in the order of the alphabet. */
  private String sorted() {
    return last().replace("{\"role\":\"gitops\",\"id\":3}", "{\"id\":3,\"role\":\"gitops\"}");
  }

  @Test
  public void settingsAreDocumentsThatTakeNoProfileAway() {
    desk.server()
        .on(
            "GET /api/v1/config",
            200,
            "{\"org_info\":{\"org_name\":\"Acme\"},\"mdm\":{\"macos_settings\":"
                + "{\"custom_settings\":[\"a.mobileconfig\"]}}}");
    assertEquals(0, desk.run("get", "config"));
    assertEquals(
        Map.of(
            "apiVersion", "v1",
            "kind", "config",
            "spec",
                Map.of(
                    "org_info", Map.of("org_name", "Acme"),
                    "mdm", Map.of("macos_settings", Map.of()))),
        yaml());
    Map<String, Object> team =
        Map.of(
            "name",
            "Desks",
            "mdm",
            Map.of("macos_settings", Map.of("enable_disk_encryption", true)));
    assertEquals(0, desk.run("get", "team", "desks", "--format=yaml"));
    assertEquals(Map.of("apiVersion", "v1", "kind", "team", "spec", Map.of("team", team)), yaml());
    assertEquals(0, desk.run("get", "teams", "--json"));
    assertTrue(desk.out().contains("\"host_count\" : 1"));
    assertEquals(1, desk.run("get", "team", "Labs"));
  }

  @Test
  public void aHostIsADocumentOfItsOwn() {
    desk.server().on("GET /api/v1/hosts/identifier/C02", 200, "{\"host\":{\"uuid\":\"U\"}}");
    assertEquals(0, desk.run("get", "host", "C02", "--yaml"));
    assertEquals(Map.of("apiVersion", "v1", "kind", "host", "spec", Map.of("uuid", "U")), yaml());
  }

  @Test
  public void completionKnowsEveryWord() {
    assertEquals(0, desk.run("generate-completion"));
    String script = desk.out();
    for (String word : List.of("apply", "generate", "users", "roles", "--dry-run", "--env-file")) {
      assertTrue(word, script.contains(word));
    }
    assertTrue(script.contains("table\" \"json\" \"yaml"));
  }
}
