package io.pomona.simulator.mac.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pomona.simulator.mac.MacHardware;
import io.pomona.simulator.mac.command.Subject;
import io.pomona.simulator.mac.update.Progress;
import java.util.List;
import java.util.Optional;

/** The present values of the status items that are no lists. */
final class StatusItems {

  private final Subject mac;
  private final MacHardware hardware;
  private final Progress update;

  StatusItems(Subject mac) {
    this.mac = mac;
    this.hardware = mac.hardware();
    this.update = mac.updates().progress();
  }

  /** Empty: this Mac does not know such an item. */
  Optional<JsonNode> value(String name) {
    if (!SupportedTypes.statusItems(hardware).contains(name)) {
      return Optional.empty();
    }
    return Optional.ofNullable(known(name));
  }

  private JsonNode known(String name) {
    return switch (name) {
      case "device.identifier.serial-number" -> text(hardware.serial());
      case "device.identifier.udid" -> text(hardware.udid());
      case "device.model.family" -> text("Mac");
      case "device.model.identifier" -> text(hardware.model());
      case "device.model.marketing-name" -> text(hardware.modelName());
      case "device.operating-system.build-version" -> text(hardware.build());
      case "device.operating-system.family" -> text("macOS");
      case "device.operating-system.marketing-name" -> text("macOS " + hardware.osVersion());
      case "device.operating-system.version" -> text(hardware.osVersion());
      case "management.client-capabilities" -> capabilities();
      case "diskmanagement.filevault.enabled" ->
          Json.MAPPER.getNodeFactory().booleanNode(mac.fileVault().encrypted());
      case "softwareupdate.device-id" -> text(hardware.model() + "AP");
      case "softwareupdate.install-state" -> text(update.state().label());
      case "softwareupdate.pending-version" -> pendingVersion();
      case "softwareupdate.install-reason" -> installReason();
      case "softwareupdate.failure-reason" -> failureReason();
      default -> Json.MAPPER.getNodeFactory().nullNode();
    };
  }

  private static JsonNode text(String value) {
    return Json.MAPPER.getNodeFactory().textNode(value);
  }

  private ObjectNode pendingVersion() {
    return Json.MAPPER
        .createObjectNode()
        .put("os-version", update.version())
        .put("build-version", update.build());
  }

  private ObjectNode installReason() {
    ObjectNode reason = Json.MAPPER.createObjectNode();
    ArrayNode list = reason.putArray("reason");
    if (update.pending()) {
      list.add(update.reason());
    }
    if (!update.declaration().isEmpty()) {
      reason.put("declaration-id", update.declaration());
    }
    return reason;
  }

  private ObjectNode failureReason() {
    ObjectNode failure = Json.MAPPER.createObjectNode().put("count", update.failures());
    if (update.failures() > 0) {
      failure.put("reason", update.failure()).put("timestamp", update.failedAt().toString());
    }
    return failure;
  }

  private ObjectNode capabilities() {
    ObjectNode capabilities = Json.MAPPER.createObjectNode();
    capabilities.putArray("supported-versions").add("1.0.0");
    capabilities.putObject("supported-features");
    ObjectNode payloads = capabilities.putObject("supported-payloads");
    ObjectNode declarations = payloads.putObject("declarations");
    List<String> types = SupportedTypes.declarations(hardware);
    for (DeclarationKind kind : DeclarationKind.values()) {
      ArrayNode list = declarations.putArray(kind.status());
      types.stream()
          .filter(type -> DeclarationKind.ofType(type).filter(kind::equals).isPresent())
          .forEach(list::add);
    }
    ArrayNode items = payloads.putArray("status-items");
    SupportedTypes.statusItems(hardware).forEach(items::add);
    return capabilities;
  }
}
