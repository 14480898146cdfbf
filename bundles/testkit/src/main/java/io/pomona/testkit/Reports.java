package io.pomona.testkit;

import io.pomona.api.commands.CommandReportEntry;
import io.pomona.api.commands.CommandUuid;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.command.CommandReportReader;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.protocol.plist.PlistWriter;
import java.util.List;

/** What a Mac sends when it polls, as bytes and as the server reads them. */
public final class Reports {
  private Reports() {}

  public static CommandReportEntry idle(ChannelId channel) {
    return entry(base(channel, "Idle"));
  }

  public static CommandReportEntry acknowledged(ChannelId channel, CommandUuid uuid) {
    return entry(about(channel, uuid, "Acknowledged"));
  }

  /** With more keys at the top level, for example {@code ProfileList}. */
  public static CommandReportEntry acknowledged(
      ChannelId channel, CommandUuid uuid, String key, Object value) {
    return entry(about(channel, uuid, "Acknowledged").with(key, value));
  }

  public static CommandReportEntry notNow(ChannelId channel, CommandUuid uuid) {
    return entry(about(channel, uuid, "NotNow"));
  }

  public static CommandReportEntry formatError(ChannelId channel, CommandUuid uuid) {
    return entry(about(channel, uuid, "CommandFormatError"));
  }

  /** With an error chain of one link. */
  public static CommandReportEntry error(
      ChannelId channel, CommandUuid uuid, String domain, int code, String text) {
    PlistDict link =
        PlistDict.builder()
            .put("ErrorDomain", domain)
            .put("ErrorCode", code)
            .put("LocalizedDescription", text)
            .put("USEnglishDescription", text)
            .build();
    return entry(about(channel, uuid, "Error").with("ErrorChain", List.of(link)));
  }

  private static PlistDict about(ChannelId channel, CommandUuid uuid, String status) {
    return base(channel, status).with("CommandUUID", uuid.value());
  }

  private static PlistDict base(ChannelId channel, String status) {
    PlistDict.Builder report =
        PlistDict.builder().put("Status", status).put("UDID", channel.device());
    channel.user().ifPresent(user -> report.put("UserID", user));
    return report.build();
  }

  private static CommandReportEntry entry(PlistDict report) {
    byte[] raw = PlistWriter.write(report);
    return new CommandReportEntry(CommandReportReader.read(raw), raw);
  }
}
