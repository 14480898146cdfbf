package io.pomona.simulator.mac.declarative;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What the Mac thinks of a declaration. */
record Verdict(Declaration declaration, boolean active, String valid, List<Reason> reasons) {

  /** A code of Apple's with what it is about. */
  record Reason(String code, String description) {

    ObjectNode toJson() {
      return Json.MAPPER
          .createObjectNode()
          .put("code", code)
          .put("description", description)
          .set("details", Json.MAPPER.createObjectNode());
    }
  }

  static Verdict active(Declaration declaration) {
    return new Verdict(declaration, true, "valid", List.of());
  }

  /** Nothing is wrong with it but that nobody wants it. */
  static Verdict idle(Declaration declaration, String valid, Reason... reasons) {
    return new Verdict(declaration, false, valid, List.of(reasons));
  }

  static Verdict invalid(Declaration declaration, Reason reason) {
    return new Verdict(declaration, false, "invalid", List.of(reason));
  }

  ObjectNode toJson() {
    ObjectNode json =
        Json.MAPPER
            .createObjectNode()
            .put("identifier", declaration.identifier())
            .put("server-token", declaration.serverToken())
            .put("active", active)
            .put("valid", valid);
    if (!reasons.isEmpty()) {
      reasons.forEach(reason -> json.withArray("reasons").add(reason.toJson()));
    }
    return json;
  }
}
