package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;

import io.pomona.itests.contract.OpenApi;
import io.pomona.itests.contract.Operation;
import io.pomona.itests.contract.RoleMatrix;
import io.pomona.itests.karaf.AdminApi;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.ClassRule;
import org.junit.Test;

/** Every role tries every operation, and is denied exactly what the table denies it. */
public class RoleMatrixStory {
  private static final String PASSWORD = "long enough for a test";

  @ClassRule public static final Stage STAGE = new Stage();

  private final AdminApi admin = STAGE.admin();
  private final OpenApi contract = OpenApi.read();
  private final List<Operation> uploads = contract.taking("multipart/form-data");
  private long team;

  @Test
  public void theServerDecidesAsTheTableSays() {
    RoleMatrix matrix = RoleMatrix.read();
    Map<String, AdminApi> callers = callers(matrix.roles());
    List<String> wrong = new ArrayList<>();
    matrix
        .rows()
        .forEach(
            (operation, row) ->
                row.forEach(
                    (role, verdict) -> {
                      boolean allowed = verdict.opens();
                      int status = attempt(caller(callers, role, operation), role, operation);
                      if (status >= 500 || allowed == isDenied(role, operation, status)) {
                        wrong.add(role + " " + operation + ": " + status);
                      }
                    }));
    assertEquals(List.of(), wrong);
  }

  /** CXF would describe all resources to anybody. */
  @Test
  public void nobodyIsToldWhatThereIs() {
    AdminApi nobody = STAGE.pomona().api();
    for (Operation operation : RoleMatrix.read().rows().keySet()) {
      String path = LiveOperations.Call.of(operation).path();
      assertEquals(path, 400, nobody.get(path + "?_wadl").status());
    }
  }

  private Map<String, AdminApi> callers(List<String> roles) {
    Map<String, AdminApi> callers = new LinkedHashMap<>();
    for (String role : roles) {
      callers.put(role, role.equals(RoleMatrix.NOBODY) ? STAGE.pomona().api() : newUser(role));
    }
    return callers;
  }

  /** Who logs out has a session of its own for it: the other attempts go on. */
  private AdminApi caller(Map<String, AdminApi> callers, String role, Operation operation) {
    boolean ends = operation.toString().equals("POST /logout") && !role.equals(RoleMatrix.NOBODY);
    return ends ? newUser(role) : callers.get(role);
  }

  private AdminApi newUser(String role) {
    String email = role.replace(':', '-') + "-" + UUID.randomUUID() + "@example.com";
    Map<String, Object> account = new HashMap<>();
    account.putAll(Map.of("name", role, "email", email, "password", PASSWORD));
    if (role.startsWith(RoleMatrix.IN_A_TEAM)) {
      String inTeam = role.substring(RoleMatrix.IN_A_TEAM.length());
      account.put("teams", List.of(Map.of("id", team(), "role", inTeam)));
    } else {
      account.put("global_role", role);
    }
    admin.post("/api/v1/users", account).ok();
    return STAGE.pomona().logIn(email, PASSWORD);
  }

  private long team() {
    if (team == 0) {
      Map<String, String> named = Map.of("name", "Matrix " + UUID.randomUUID());
      team = admin.post("/api/v1/teams", named).ok().json().at("/team/id").asLong();
    }
    return team;
  }

  /** What is asked of a team is asked of the caller's own, where there is one. */
  private int attempt(AdminApi caller, String role, Operation operation) {
    boolean own =
        role.startsWith(RoleMatrix.IN_A_TEAM) && contract.takesQuery(operation, "team_id");
    LiveOperations.Call plain = LiveOperations.Call.of(operation);
    LiveOperations.Call call =
        own ? new LiveOperations.Call(plain.method(), plain.path() + "?team_id=" + team()) : plain;
    if (uploads.contains(operation)) {
      return caller
          .upload(call.method(), call.path(), "nothing", "a.mobileconfig", new byte[0])
          .status();
    }
    return operation.method().equals("GET") || operation.method().equals("DELETE")
        ? caller
            .send(caller.request(call.path()).method(call.method(), BodyPublishers.noBody()))
            .status()
        : caller.method(call.method(), call.path(), Map.of()).status();
  }

  /** Nobody is asked who he is; a wrong log-in, which is 400 or 401 too, is not a denial. */
  private static boolean isDenied(String role, Operation operation, int status) {
    if (LiveOperations.isAboutTheCaller(operation) && operation.path().equals("/login")) {
      return false;
    }
    return status == (role.equals(RoleMatrix.NOBODY) ? 401 : 403);
  }
}
