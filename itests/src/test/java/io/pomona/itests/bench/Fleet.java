package io.pomona.itests.bench;

import io.pomona.simulator.mac.PresignedPolls.Presigned;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The enrolled Macs with what they send. */
final class Fleet {
  private static final Pattern COMMAND =
      Pattern.compile("<key>(CommandUUID|RequestType)</key>\\s*<string>([^<]*)</string>");

  private final List<BenchMac> macs;
  private final byte[][] idles;

  Fleet(List<BenchMac> macs) {
    this.macs = macs;
    this.idles = macs.stream().map(mac -> MacRequestBytes.of(mac.idle())).toArray(byte[][]::new);
  }

  List<BenchMac> macs() {
    return macs;
  }

  int size() {
    return macs.size();
  }

  /** Signs the answer of each. */
  byte[][] acknowledged(String commandUuid) {
    return macs.parallelStream()
        .map(mac -> mac.messages().acknowledged(commandUuid, "InstallProfile"))
        .map(MacRequestBytes::of)
        .toArray(byte[][]::new);
  }

  /** There must be nothing for it. */
  void poll(int number, Wire wire) throws IOException {
    requireEmpty(wire.exchange(idles[Math.floorMod(number, idles.length)]));
  }

  /** Fetches the command and answers it. */
  void fetch(int number, Wire wire, byte[] uuid, byte[] answer) throws IOException {
    Wire.Answer command = wire.exchange(idles[number]);
    if (command.status() != 200 || !contains(command.body(), uuid)) {
      throw new IllegalStateException("Not the command: " + command.status());
    }
    requireEmpty(wire.exchange(answer));
  }

  private static boolean contains(byte[] body, byte[] uuid) {
    return new String(body, StandardCharsets.ISO_8859_1)
        .contains(new String(uuid, StandardCharsets.ISO_8859_1));
  }

  private static void requireEmpty(Wire.Answer answer) {
    if (answer.status() != 200 || answer.body().length > 0) {
      throw new IllegalStateException(
          "Not an empty 200 but " + answer.status() + " " + answer.text());
    }
  }

  /** All ask, and acknowledge what they are given, until there is nothing for anybody. */
  int settle(Crowd crowd) {
    AtomicInteger answered = new AtomicInteger();
    int before;
    do {
      before = answered.get();
      crowd.each(size(), (mac, wire) -> settle(mac, wire, answered));
    } while (answered.get() > before);
    return answered.get();
  }

  private void settle(int number, Wire wire, AtomicInteger answered) throws IOException {
    settle(
        number,
        wire,
        (uuid, type) -> {
          answered.incrementAndGet();
          return macs.get(number).messages().acknowledged(uuid, type);
        });
  }

  /** What a Mac says to a command. */
  @FunctionalInterface
  interface Reply {
    Presigned to(String commandUuid, String requestType);
  }

  /** Asks, and answers what it is given, until there is nothing for it. */
  void settle(int number, Wire wire, Reply reply) throws IOException {
    Wire.Answer command = wire.exchange(idles[number]);
    while (command.body().length > 0 && command.status() == 200) {
      String uuid = "";
      String type = "";
      for (Matcher key = COMMAND.matcher(command.text()); key.find(); ) {
        uuid = key.group(1).equals("CommandUUID") ? key.group(2) : uuid;
        type = key.group(1).equals("RequestType") ? key.group(2) : type;
      }
      command = wire.exchange(MacRequestBytes.of(reply.to(uuid, type)));
    }
    requireEmpty(command);
  }
}
