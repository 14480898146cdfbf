package io.pomona.simulator.mac.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.simulator.mac.command.Subject;
import io.pomona.simulator.mac.declarative.Verdict.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which of the declarations held are active, and what is wrong with the others. */
final class Evaluation {

  private final List<Declaration> held;
  private final List<String> supported;
  private final boolean supervised;
  private final Map<String, Declaration> configurations;
  private final Set<String> referenced = new HashSet<>();
  private final List<Verdict> verdicts = new ArrayList<>();

  Evaluation(List<Declaration> held, Subject mac) {
    this.held = held;
    this.supported = SupportedTypes.declarations(mac.hardware());
    this.supervised = mac.supervised();
    this.configurations =
        of(DeclarationKind.CONFIGURATION).stream()
            .collect(Collectors.toMap(Declaration::identifier, Function.identity()));
    of(DeclarationKind.ACTIVATION).forEach(it -> verdicts.add(activation(it)));
    of(DeclarationKind.CONFIGURATION).forEach(it -> verdicts.add(configuration(it)));
    of(DeclarationKind.ASSET).forEach(it -> verdicts.add(asset(it)));
    of(DeclarationKind.MANAGEMENT).forEach(it -> verdicts.add(management(it)));
  }

  private List<Declaration> of(DeclarationKind kind) {
    return held.stream().filter(declaration -> declaration.kind() == kind).toList();
  }

  List<Verdict> verdicts() {
    return List.copyOf(verdicts);
  }

  /** The active configurations of a type. */
  List<Declaration> active(String type) {
    return verdicts.stream()
        .filter(Verdict::active)
        .map(Verdict::declaration)
        .filter(declaration -> declaration.type().equals(type))
        .toList();
  }

  private Verdict activation(Declaration activation) {
    JsonNode wanted = activation.payload().path("StandardConfigurations");
    Optional<Boolean> predicate = predicate(activation.payload().path("Predicate").asText("TRUE"));
    if (!supported.contains(activation.type())) {
      return invalid(activation, "Error.Unknown", "Unknown activation");
    } else if (!isListOfTexts(wanted)) {
      return invalid(activation, "Error.InvalidPayload", "StandardConfigurations is no list");
    } else if (predicate.isEmpty()) {
      return invalid(activation, "Error.UnableToParsePredicate", "Not a predicate");
    } else if (!predicate.get()) {
      return Verdict.idle(activation, "valid", new Reason("Info.Predicate", "It says no"));
    }
    Set<String> identifiers = new HashSet<>();
    wanted.forEach(text -> identifiers.add(text.textValue()));
    if (!configurations.keySet().containsAll(identifiers)) {
      return invalid(activation, "Error.MissingConfigurations", "Configurations are missing");
    }
    referenced.addAll(identifiers);
    return Verdict.active(activation);
  }

  private static boolean isListOfTexts(JsonNode list) {
    for (JsonNode item : list) {
      if (!item.isTextual()) {
        return false;
      }
    }
    return list.isArray();
  }

  /** The virtual Mac understands constants only. */
  private static Optional<Boolean> predicate(String text) {
    return switch (text) {
      case "TRUE", "TRUEPREDICATE" -> Optional.of(true);
      case "FALSE", "FALSEPREDICATE" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private Verdict configuration(Declaration configuration) {
    boolean enforcement = configuration.type().equals(SupportedTypes.ENFORCEMENT);
    if (!supported.contains(configuration.type()) || (enforcement && !supervised)) {
      return invalid(configuration, "Error.ConfigurationNotSupported", "Not supported here");
    }
    String fault = enforcement ? Enforcement.fault(configuration.payload()) : "";
    if (!fault.isEmpty()) {
      return invalid(configuration, "Error.ConfigurationIsInvalid", fault);
    } else if (!referenced.contains(configuration.identifier())) {
      return Verdict.idle(
          configuration,
          "unknown",
          new Reason("Info.NotReferencedByActivation", "No activation asks for it"));
    }
    return Verdict.active(configuration);
  }

  private Verdict asset(Declaration asset) {
    String quoted = "\"" + asset.identifier() + "\"";
    boolean used =
        configurations.values().stream()
            .anyMatch(configuration -> configuration.payload().toString().contains(quoted));
    if (!supported.contains(asset.type())) {
      return invalid(asset, "Error.Unknown", "Unknown asset");
    } else if (!used) {
      return Verdict.idle(
          asset,
          "unknown",
          new Reason("Info.NotReferencedByConfiguration", "No configuration asks for it"));
    }
    return Verdict.active(asset);
  }

  /** As iPhones and Macs report it: valid, and never active. */
  private Verdict management(Declaration management) {
    return supported.contains(management.type())
        ? Verdict.idle(management, "valid")
        : invalid(management, "Error.Unknown", "Unknown management declaration");
  }

  private static Verdict invalid(Declaration declaration, String code, String description) {
    return Verdict.invalid(declaration, new Reason(code, description));
  }
}
