package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.itests.karaf.AdminApi;
import java.net.URI;
import java.util.Map;

/** What the user of a Mac has: a link and the page that it opens, without an account. */
record UserDesk(Stage stage) {
  /** A new link of this Mac, which ends the one before. */
  String link(long host) {
    return path(
        stage
            .admin()
            .post("/api/v1/hosts/" + host + "/device_link", Map.of())
            .ok()
            .json()
            .get("url")
            .asText());
  }

  /** Of the address of a page. Whoever has it can open the page: it is a secret. */
  String path(String url) {
    String path = URI.create(url).getPath();
    stage.secrets().plant("link of a Mac", path.substring("/device/".length()));
    return path;
  }

  AdminApi.Answer page(String path) {
    AdminApi.Answer answer = stage.pomona().api().get(path);
    assertTrue(answer.text(), answer.text().startsWith("<!doctype html>"));
    assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
    assertEquals("no-referrer", answer.headers().firstValue("Referrer-Policy").orElse(""));
    String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
    assertTrue(policy, policy.startsWith("default-src 'none'; style-src 'self';"));
    assertFalse(answer.text(), answer.text().contains("<img"));
    return answer;
  }

  /** What the page says now, by a new link. */
  String says(long host) {
    return page(link(host)).ok().text();
  }
}
