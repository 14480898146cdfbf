package io.pomona.cli.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.pomona.cli.Failure;
import io.pomona.cli.context.Context;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentence of an error body: its message, and the reasons that the message does not give. */
final class Refusal {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A reason that begins with a file and a line, which then go before the field. */
  private static final Pattern PLACED = Pattern.compile("(.{1,500}?, line \\d+: )(.*)");

  private Refusal() {}

  static Failure of(int status, byte[] body, Context context) {
    JsonNode error = read(body);
    String sentence = sentence(status, error);
    if (status != 401) {
      return new Failure(Failure.Kind.REFUSED, sentence, error.path("code").asText());
    }
    String next =
        context.token().isEmpty()
            ? sentence
            : "Your session has ended: run pomonactl login --email " + context.email();
    return new Failure(Failure.Kind.LOGIN, next);
  }

  /** Missing when it is no JSON. */
  private static JsonNode read(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  private static String sentence(int status, JsonNode error) {
    if (error.isMissingNode()) {
      return "The server answered " + status + " without saying why.";
    }
    Set<String> parts = new LinkedHashSet<>();
    parts.add(error.path("message").asText("The server answered " + status));
    error.path("errors").forEach(each -> parts.add(reason(each)));
    return String.join("\n", parts);
  }

  private static String reason(JsonNode error) {
    String name = error.path("name").asText();
    String reason = error.path("reason").asText();
    if (name.isEmpty() || name.equals("base")) {
      return reason;
    }
    Matcher placed = PLACED.matcher(reason);
    return placed.matches()
        ? placed.group(1) + name + ": " + placed.group(2)
        : name + ": " + reason;
  }
}
