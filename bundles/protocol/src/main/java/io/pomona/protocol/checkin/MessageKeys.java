package io.pomona.protocol.checkin;

import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.plist.PlistDict;
import java.util.Optional;
import java.util.regex.Pattern;

/** The keys of one message, each checked when it is taken. */
final class MessageKeys {
  private static final int MAX_TEXT = 1024;
  private static final Pattern TOPIC =
      Pattern.compile("com\\.apple\\.mgmt\\.[A-Za-z0-9._-]{1,200}");
  // Virtual machines have serial numbers with '+', '/', '=' and spaces.
  private static final Pattern SERIAL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9+/=._ -]{0,63}");

  private final PlistDict raw;
  private final ChannelId channel;

  MessageKeys(PlistDict raw) {
    this.raw = raw;
    this.channel = channel(raw);
  }

  private static ChannelId channel(PlistDict raw) {
    try {
      return ChannelId.of(raw::string);
    } catch (IllegalArgumentException e) {
      throw new MalformedMessageException(e.getMessage(), e);
    }
  }

  PlistDict raw() {
    return raw;
  }

  ChannelId channel() {
    return channel;
  }

  ChannelId deviceChannel() {
    if (channel.isUser()) {
      throw new MalformedMessageException(
          "This message belongs to the device channel, but it names a user.");
    }
    return channel;
  }

  String text(String key) {
    return optionalText(key)
        .orElseThrow(
            () -> new MalformedMessageException("The key " + key + " is missing or empty."));
  }

  Optional<String> optionalText(String key) {
    Optional<String> text = raw.string(key);
    if (text.isEmpty() && raw.has(key)) {
      throw new MalformedMessageException("The key " + key + " is not a string.");
    }
    if (text.isPresent() && text.get().length() > MAX_TEXT) {
      throw new MalformedMessageException(
          "The key " + key + " is longer than " + MAX_TEXT + " characters.");
    }
    return text.filter(value -> !value.isEmpty());
  }

  String topic() {
    return matching("Topic", text("Topic"), TOPIC);
  }

  Optional<String> serialNumber() {
    return optionalText("SerialNumber").map(value -> matching("SerialNumber", value, SERIAL));
  }

  byte[] data(String key) {
    return raw.data(key)
        .filter(bytes -> bytes.length > 0)
        .orElseThrow(
            () ->
                new MalformedMessageException(
                    "The key " + key + " is missing, empty or not data."));
  }

  private static String matching(String key, String value, Pattern pattern) {
    if (!pattern.matcher(value).matches()) {
      throw new MalformedMessageException("The key " + key + " does not have the expected form.");
    }
    return value;
  }
}
