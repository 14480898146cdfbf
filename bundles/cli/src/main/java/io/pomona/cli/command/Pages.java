package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.pomona.cli.server.Server;
import java.util.Optional;
import java.util.function.Supplier;

/** All rows of a list that the server gives in pages. */
final class Pages {
  private static final int SIZE = 500;

  private Pages() {}

  /**
   * @param name of the array in each answer
   * @param filters made anew for each page
   */
  static ArrayNode all(Server server, String path, String name, Supplier<Query> filters) {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    int got = SIZE;
    for (int page = 0; got == SIZE; page++) {
      Query query = filters.get().with("page", page).with("per_page", SIZE);
      JsonNode answer = server.get(path + query).path(name);
      answer.forEach(rows::add);
      got = answer.size();
    }
    return rows;
  }

  /** The same of a list that says itself where the next page begins. */
  static ArrayNode after(Server server, String path, String name, Supplier<Query> filters) {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    Optional<String> after = Optional.of("");
    while (after.isPresent()) {
      Optional<String> behind = after.filter(text -> !text.isEmpty());
      JsonNode answer = server.get(path + filters.get().with("after", behind));
      answer.path(name).forEach(rows::add);
      after = Optional.of(answer.path("next_after").asText("")).filter(text -> !text.isEmpty());
    }
    return rows;
  }
}
