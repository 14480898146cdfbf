package io.pomona.itests.story;

import io.pomona.itests.contract.OpenApi;
import io.pomona.itests.contract.Operation;
import java.util.List;
import java.util.Set;

/** The operations of docs/openapi.yaml as requests that name things which do not exist. */
final class LiveOperations {
  /** Their effect would be felt by the stories that follow. */
  private static final Set<String> ABOUT_THE_CALLER = Set.of("POST /logout", "POST /login");

  private LiveOperations() {}

  record Call(String method, String path) {
    static Call of(Operation operation) {
      String path =
          operation.path().replaceAll("\\{(id|profile_id)}", "0").replaceAll("\\{[a-z_]+}", "none");
      return new Call(operation.method(), "/api/v1" + path);
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  /** Those that take a body, but for logging out. */
  static List<Call> withBody() {
    return OpenApi.read().taking("application/json").stream()
        .filter(operation -> !operation.toString().equals("POST /logout"))
        .map(Call::of)
        .toList();
  }

  static boolean isAboutTheCaller(Operation operation) {
    return ABOUT_THE_CALLER.contains(operation.toString());
  }
}
