package io.pomona.simulator.mac;

import io.pomona.simulator.mac.scep.Variables;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** What a Mac is and does not change: model, numbers, system, and the user who owns it. */
public record MacHardware(
    String udid,
    String serial,
    String name,
    String modelName,
    String model,
    String osVersion,
    String build,
    String macAddress,
    String userId,
    String userShortName,
    String userLongName) {

  private static final int VERSION_PARTS = 3;
  private static final String SERIAL_LETTERS = "0123456789CDFGHJKLMNPQRTVWXY";
  private static final List<List<String>> MODELS =
      List.of(
          List.of("MacBook Air", "Mac14,2"),
          List.of("MacBook Air", "Mac15,12"),
          List.of("MacBook Pro", "Mac15,3"),
          List.of("MacBook Pro", "MacBookPro18,3"),
          List.of("iMac", "Mac15,5"),
          List.of("Mac mini", "Mac14,3"),
          List.of("Mac Studio", "Mac14,13"));
  private static final List<List<String>> SYSTEMS =
      List.of(
          List.of("14.6.1", "23G93"),
          List.of("14.7.1", "23H222"),
          List.of("15.0.1", "24A348"),
          List.of("15.1", "24B83"));
  private static final List<String> USERS =
      List.of("Ada Byron", "Alan Mathison", "Grace Murray", "Karen Sparck", "Edsger Wybe");

  /** The same seed gives the same Mac. */
  public static MacHardware seeded(long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
    List<String> model = MODELS.get(random.nextInt(MODELS.size()));
    List<String> system = SYSTEMS.get(random.nextInt(SYSTEMS.size()));
    String user = USERS.get(random.nextInt(USERS.size()));
    String first = user.substring(0, user.indexOf(' '));
    return new MacHardware(
        uuid(random),
        serial(random),
        first + "'s " + model.get(0),
        model.get(0),
        model.get(1),
        system.get(0),
        system.get(1),
        macAddress(random),
        uuid(random),
        first.toLowerCase(Locale.ROOT),
        user);
  }

  static String uuid(Random random) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return UUID.nameUUIDFromBytes(bytes).toString().toUpperCase(Locale.ROOT);
  }

  private static String serial(Random random) {
    StringBuilder serial = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      serial.append(SERIAL_LETTERS.charAt(random.nextInt(SERIAL_LETTERS.length())));
    }
    return serial.toString();
  }

  private static String macAddress(Random random) {
    StringBuilder address = new StringBuilder("f0:18:98");
    for (int i = 0; i < 3; i++) {
      address.append(String.format(":%02x", random.nextInt(256)));
    }
    return address.toString();
  }

  /** The last kind with Intel's processor, of that seed. */
  public static MacHardware intel(long seed) {
    MacHardware mac = seeded(seed);
    return new MacHardware(
        mac.udid,
        mac.serial,
        mac.userLongName.split(" ")[0] + "'s MacBook Pro",
        "MacBook Pro",
        "MacBookPro16,1",
        mac.osVersion,
        mac.build,
        mac.macAddress,
        mac.userId,
        mac.userShortName,
        mac.userLongName);
  }

  /** The same Mac in the hands of this person, first name first, and called after them. */
  public MacHardware of(String person) {
    String first = person.split(" ")[0];
    return new MacHardware(
        udid,
        serial,
        first + "'s " + modelName,
        modelName,
        model,
        osVersion,
        build,
        macAddress,
        userId,
        first.toLowerCase(Locale.ROOT),
        person);
  }

  /** The same Mac after a software update, or with an older system. */
  public MacHardware updated(String nextOsVersion, String nextBuild) {
    return new MacHardware(
        udid,
        serial,
        name,
        modelName,
        model,
        nextOsVersion,
        nextBuild,
        macAddress,
        userId,
        userShortName,
        userLongName);
  }

  /** The same serial number with another UDID, as after a new logic board. */
  public MacHardware renumbered(String nextUdid) {
    return new MacHardware(
        nextUdid,
        serial,
        name,
        modelName,
        model,
        osVersion,
        build,
        macAddress,
        userId,
        userShortName,
        userLongName);
  }

  public int majorVersion() {
    return part(0);
  }

  public boolean atLeast(int major, int minor) {
    return part(0) > major || (part(0) == major && part(1) >= minor);
  }

  /** Than this version of macOS. */
  public boolean olderThan(String version) {
    for (int i = 0; i < VERSION_PARTS; i++) {
      int difference = part(osVersion, i) - part(version, i);
      if (difference != 0) {
        return difference < 0;
      }
    }
    return false;
  }

  private int part(int index) {
    return part(osVersion, index);
  }

  private static int part(String version, int index) {
    String[] parts = version.split("\\.");
    return index < parts.length ? Integer.parseInt(parts[index]) : 0;
  }

  /** Macs without Apple silicon ask for one, as they do when they are locked. */
  public boolean pinRequiredForErase() {
    return !appleSilicon();
  }

  /** With what the user logs in and unlocks the disk. */
  public String userPassword() {
    return userShortName + " of " + serial;
  }

  public boolean appleSilicon() {
    return !model.startsWith("MacBookPro16") && !model.startsWith("Macmini8");
  }

  public boolean portable() {
    return modelName.startsWith("MacBook");
  }

  public String localHostName() {
    return name.replace("'", "").replace(' ', '-');
  }

  Variables variables() {
    return new Variables(
        Map.of(
            "HardwareUUID", udid,
            "SerialNumber", serial,
            "ComputerName", name,
            "HostName", localHostName() + ".local",
            "LocalHostName", localHostName(),
            "MACAddress", macAddress));
  }
}
