package io.pomona.protocol.checkin;

import io.pomona.protocol.plist.MalformedPlistException;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.protocol.plist.PlistReader;
import java.util.Optional;

/** Reads the body of a check-in request. */
public final class CheckInReader {
  private CheckInReader() {}

  /**
   * @param body the request as it came; the caller has limited its size
   * @throws MalformedMessageException with a sentence that says what is missing or wrong
   */
  public static CheckInMessage read(byte[] body) {
    try {
      return read(new MessageKeys(PlistReader.read(body)));
    } catch (MalformedPlistException e) {
      throw new MalformedMessageException(e.getMessage(), e);
    }
  }

  private static CheckInMessage read(MessageKeys keys) {
    String type = keys.text("MessageType");
    return switch (type) {
      case "Authenticate" -> authenticate(keys);
      case "TokenUpdate" -> tokenUpdate(keys);
      case "CheckOut" -> new CheckOut(keys.channel(), keys.topic(), keys.raw());
      case "UserAuthenticate" -> userAuthenticate(keys);
      case "SetBootstrapToken" -> setBootstrapToken(keys);
      case "GetBootstrapToken" ->
          new GetBootstrapToken(
              keys.deviceChannel(), keys.raw().bool("AwaitingConfiguration"), keys.raw());
      case "GetToken" -> getToken(keys);
      case "DeclarativeManagement" -> declarativeManagement(keys);
      default ->
          throw new MalformedMessageException(
              "The MessageType is none that a Mac sends to this server.");
    };
  }

  private static Authenticate authenticate(MessageKeys keys) {
    return new Authenticate(
        keys.deviceChannel(),
        keys.topic(),
        keys.text("DeviceName"),
        keys.text("ModelName"),
        keys.text("Model"),
        keys.optionalText("OSVersion"),
        keys.optionalText("BuildVersion"),
        keys.optionalText("ProductName"),
        keys.serialNumber(),
        keys.optionalText("EnrollmentID"),
        keys.raw());
  }

  private static TokenUpdate tokenUpdate(MessageKeys keys) {
    return new TokenUpdate(
        keys.channel(),
        keys.topic(),
        keys.text("PushMagic"),
        keys.data("Token"),
        keys.raw().bool("AwaitingConfiguration"),
        keys.raw().bool("NotOnConsole"),
        keys.optionalText("UserShortName"),
        keys.optionalText("UserLongName"),
        keys.raw());
  }

  private static UserAuthenticate userAuthenticate(MessageKeys keys) {
    if (!keys.channel().isUser()) {
      throw new MalformedMessageException("UserAuthenticate names no user: UserID is missing.");
    }
    return new UserAuthenticate(
        keys.channel(),
        keys.optionalText("UserShortName"),
        keys.optionalText("UserLongName"),
        keys.optionalText("DigestResponse"),
        keys.raw());
  }

  private static SetBootstrapToken setBootstrapToken(MessageKeys keys) {
    PlistDict raw = keys.raw();
    Optional<byte[]> token = raw.data("BootstrapToken").filter(bytes -> bytes.length > 0);
    if (token.isEmpty() && raw.has("BootstrapToken") && raw.data("BootstrapToken").isEmpty()) {
      throw new MalformedMessageException("BootstrapToken is not data.");
    }
    return new SetBootstrapToken(
        keys.deviceChannel(), token, raw.bool("AwaitingConfiguration"), raw);
  }

  private static GetToken getToken(MessageKeys keys) {
    return new GetToken(
        keys.channel(),
        keys.text("TokenServiceType"),
        keys.raw().dict("TokenParameters").orElse(PlistDict.of()),
        keys.raw());
  }

  private static DeclarativeManagement declarativeManagement(MessageKeys keys) {
    return new DeclarativeManagement(
        keys.channel(), keys.text("Endpoint"), keys.raw().data("Data"), keys.raw());
  }
}
