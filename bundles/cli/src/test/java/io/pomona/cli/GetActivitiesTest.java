package io.pomona.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import org.junit.Rule;
import org.junit.Test;

public class GetActivitiesTest {
  private static final String ANSWER =
      """
      {"activities":[{"id":9,"created_at":"2026-01-05T09:00:00Z","actor_full_name":"Ann",
       "type":"transferred_hosts","details":{"team_id":3,"team_name":"Desks","host_ids":[7,8],
       "previous_team_id":null}}]}
      """;

  @Rule public final Desk desk = new Desk();

  @Test
  public void detailsComeLast() {
    desk.server().on("GET /api/v1/activities?per_page=100", 200, ANSWER);
    assertEquals(0, desk.run("get", "activities"));
    assertTrue(
        desk.out()
            .endsWith(
                "transferred_hosts  "
                    + "team_id=3, team_name=Desks, host_ids=[7, 8], previous_team_id=\n"));
    assertEquals(0, desk.run("get", "activities", "--format=json"));
    String json = desk.out();
    assertTrue(json, json.contains("\"host_ids\" : [ 7, 8 ]") && json.contains("\"id\" : 9"));
  }

  @Test
  public void filtersAreThoseOfTheFeed() {
    desk.server()
        .on(
            "GET /api/v1/teams?page=0&per_page=500",
            200,
            "{\"teams\":[{\"id\":3,\"name\":\"Desks\"}]}")
        .on("GET /api/v1/hosts/identifier/C02", 200, "{\"host\":{\"id\":7}}")
        .on(
            "GET /api/v1/activities?per_page=20&type=created_team&actor=a%40b.c&host_id=7&team_id=3"
                + "&since=2026-01-05T09%3A00%3A00%2B01%3A00&until=2026-02-05T09%3A00%3A00Z&query=x",
            200, ANSWER);
    assertEquals(
        0,
        desk.run(
            "get",
            "activities",
            "--limit=20",
            "--type=created_team",
            "--actor=a@b.c",
            "--host=C02",
            "--team=desks",
            "--since=2026-01-05T09:00:00+01:00",
            "--until=2026-02-05T09:00:00Z",
            "--query=x"));
    assertTrue(desk.out().contains("team_name=Desks"));
  }
}
