package io.pomona.commands;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.Host;
import io.pomona.protocol.command.CommandBody;
import io.pomona.protocol.command.MacCommandType;
import io.pomona.protocol.command.MacCommandTypes;
import io.pomona.protocol.command.MalformedCommandException;
import io.pomona.protocol.command.RawCommand;
import io.pomona.protocol.command.catalogue.CommandCatalogue;
import io.pomona.protocol.command.catalogue.Composition;
import io.pomona.protocol.command.catalogue.KeyProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A raw command of an admin: nothing that no Mac can take, on its device channel. */
record AdminPlist(Optional<CommandUuid> uuid, CommandBody content) {

  static AdminPlist read(byte[] plist, boolean toUsers) {
    RawCommand raw = parse(plist);
    String requestType = raw.body().requestType();
    if (MacCommandTypes.isForOtherDevices(requestType)) {
      throw MdmException.invalid(
          "commands.unknown_type",
          "command",
          "The command " + requestType + " is for other devices; a Mac does not know it.");
    }
    requireChannel(requestType, toUsers, "command");
    return new AdminPlist(raw.uuid().map(CommandUuid::new), raw.body());
  }

  static void requireChannel(String requestType, boolean toUsers, String field) {
    Optional<MacCommandType> known = MacCommandTypes.find(requestType);
    if (!toUsers && !known.map(MacCommandType::deviceChannel).orElse(true)) {
      throw MdmException.invalid(
          "commands.user_channel",
          field,
          requestType + " goes to users of a Mac only; send it on the channel user.");
    }
    if (toUsers && !known.map(MacCommandType::userChannel).orElse(true)) {
      throw MdmException.invalid(
          "commands.device_channel",
          field,
          requestType + " goes to the Mac itself only; send it on the channel device.");
    }
  }

  String requestType() {
    return content.requestType();
  }

  byte[] body(CommandUuid uuid) {
    return content.encode(uuid.value());
  }

  /** What these Macs may refuse or leave out, in sentences. */
  List<String> warnings(List<Host> targets) {
    return CommandCatalogue.find(requestType())
        .map(known -> warnings(known.examine(content.keys()), targets))
        .orElseGet(
            () ->
                List.of(
                    "The RequestType is not one of the "
                        + CommandCatalogue.all().size()
                        + " that are known here; a Mac may refuse it."));
  }

  private List<String> warnings(Composition composition, List<Host> targets) {
    TargetCheck check = new TargetCheck(targets, TargetCheck::reported);
    List<KeyProblem> all = new ArrayList<>(composition.problems());
    all.addAll(check.problems(composition));
    all.addAll(check.advice(composition));
    return all.stream().map(problem -> problem.sentence(requestType())).toList();
  }

  private static RawCommand parse(byte[] plist) {
    try {
      return RawCommand.parse(plist);
    } catch (MalformedCommandException e) {
      throw MdmException.malformed("commands.malformed", e.getMessage()).causedBy(e);
    }
  }
}
