package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.itests.karaf.AdminApi.Answer;
import java.util.Map;

/** The API as an existing client calls it, who dies of an answer that is no object. */
record Fleetctl(AdminApi api) {
  private static final String BASE = "/api/latest/fleet/";

  JsonNode get(String path) {
    return object(path, ask(path));
  }

  Answer ask(String path) {
    return api.get(BASE + path);
  }

  Answer post(String path, Map<String, ?> body) {
    return api.post(BASE + path, body);
  }

  Answer patch(String path, Map<String, ?> body) {
    return api.method("PATCH", BASE + path, body);
  }

  void delete(String path) {
    api.delete(BASE + path).ok();
  }

  static JsonNode object(String path, Answer answer) {
    JsonNode json = answer.ok().json();
    assertTrue(path, json.isObject());
    assertFalse(path, json.hasNonNull("error"));
    return json;
  }

  /** What the client shows of it: the message and the first reason. */
  static String refusal(int status, Answer answer) {
    assertEquals(answer.text(), status, answer.status());
    JsonNode body = answer.json();
    return body.get("message").asText() + ": " + body.at("/errors/0/reason").asText();
  }

  /** Somebody with a role everywhere. */
  static Fleetctl newUser(Stage stage, String email, String role) {
    Map<String, Object> person =
        Map.of("email", email, "name", role, "password", Pomona.PASSWORD, "global_role", role);
    stage.admin().post(BASE + "users", person).ok();
    return new Fleetctl(stage.pomona().logIn(email, Pomona.PASSWORD));
  }
}
