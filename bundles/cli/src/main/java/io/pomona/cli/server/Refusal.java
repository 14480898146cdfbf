package io.pomona.cli.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pomona.cli.Failure;
import io.pomona.cli.context.Context;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

/** The sentence of an error body: its message, and the reasons that the message does not give. */
final class Refusal {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Refusal() {}

  static Failure of(int status, byte[] body, Context context) {
    String sentence = sentence(status, body);
    if (status != 401) {
      return new Failure(Failure.Kind.REFUSED, sentence, code(body));
    }
    String next =
        context.token().isEmpty()
            ? sentence
            : "Your session has ended: run pomonactl login --email " + context.email();
    return new Failure(Failure.Kind.LOGIN, next);
  }

  private static String sentence(int status, byte[] body) {
    try {
      JsonNode error = JSON.readTree(body);
      Set<String> parts = new LinkedHashSet<>();
      parts.add(error.path("message").asText("The server answered " + status));
      error.path("errors").forEach(each -> parts.add(reason(each)));
      return String.join("\n", parts);
    } catch (IOException e) {
      return "The server answered " + status + " without saying why.";
    }
  }

  private static String code(byte[] body) {
    try {
      return JSON.readTree(body).path("code").asText();
    } catch (IOException e) {
      return "";
    }
  }

  private static String reason(JsonNode error) {
    String name = error.path("name").asText();
    String reason = error.path("reason").asText();
    return name.isEmpty() || name.equals("base") ? reason : name + ": " + reason;
  }
}
