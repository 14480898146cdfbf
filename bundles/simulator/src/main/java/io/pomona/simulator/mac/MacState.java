package io.pomona.simulator.mac;

import io.pomona.simulator.mac.declarative.Declarations;
import io.pomona.simulator.mac.disk.FileVault;
import io.pomona.simulator.mac.lock.Locks;
import io.pomona.simulator.mac.update.Updates;
import io.pomona.simulator.wire.Plist;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a Mac still knows after a restart. Its Mac guards the changes; enrollment and
 * profiles may be read by anyone at any time, for a push must not wait for a conversation.
 */
final class MacState {

  private volatile MacHardware hardware;
  private final Map<Channel, UnsentAnswer> unsent = new EnumMap<>(Channel.class);
  private volatile Map<String, ConfigurationProfile> profiles = Map.of();
  private volatile Enrollment enrollment;
  private volatile Map<String, MacApplication> applications = Map.of();
  private volatile Supervision supervision = Supervision.none();
  private volatile Plist account;
  private final FileVault fileVault = new FileVault();
  private final Locks locks = new Locks();
  private final Declarations declarations = new Declarations();
  private final Updates updates = new Updates();
  private byte[] bootstrapToken;

  MacState(MacHardware hardware) {
    this.hardware = hardware;
  }

  MacHardware hardware() {
    return hardware;
  }

  void hardware(MacHardware next) {
    hardware = next;
  }

  Optional<Enrollment> enrollment() {
    return Optional.ofNullable(enrollment);
  }

  /** The profile counts among the installed ones from here on. */
  void enroll(Enrollment next) {
    enrollment = next;
    install(next.profile().profile());
  }

  /** As macOS does it, everything that came over MDM goes with the MDM profile. */
  void unenroll() {
    enrollment = null;
    profiles = Map.of();
    supervision = Supervision.none();
    unsent.clear();
    declarations.forget();
    updates.forget();
  }

  /** No longer managed, and not about to be again. */
  void leave() {
    unenroll();
    locks.left();
  }

  /** As it left the factory. */
  void wipe() {
    unenroll();
    applications = Map.of();
    account = null;
    bootstrapToken = null;
    fileVault.erase();
    locks.erase();
  }

  Supervision supervision() {
    return supervision;
  }

  /** Since macOS 11 every enrolled Mac is; before, those that came by ABM. */
  boolean supervised() {
    return hardware.majorVersion() >= 11 || (supervision.automatic() && supervision.supervised());
  }

  void supervision(Supervision next) {
    supervision = next;
  }

  FileVault fileVault() {
    return fileVault;
  }

  Locks locks() {
    return locks;
  }

  Declarations declarations() {
    return declarations;
  }

  Updates updates() {
    return updates;
  }

  /** What AccountConfiguration asked for, if it did. */
  Optional<Plist> account() {
    return Optional.ofNullable(account);
  }

  void account(Plist wanted) {
    account = wanted;
  }

  void install(MacApplication application) {
    Map<String, MacApplication> next = new LinkedHashMap<>(applications);
    next.put(application.identifier(), application);
    applications = next;
  }

  List<MacApplication> applications() {
    return List.copyOf(applications.values());
  }

  void install(ConfigurationProfile profile) {
    Map<String, ConfigurationProfile> next = new LinkedHashMap<>(profiles);
    next.put(profile.identifier(), profile);
    profiles = next;
  }

  boolean remove(String identifier) {
    Map<String, ConfigurationProfile> next = new LinkedHashMap<>(profiles);
    boolean found = next.remove(identifier) != null;
    profiles = next;
    return found;
  }

  List<ConfigurationProfile> profiles() {
    return List.copyOf(profiles.values());
  }

  Optional<UnsentAnswer> unsent(Channel channel) {
    return Optional.ofNullable(unsent.get(channel));
  }

  void keep(Channel channel, UnsentAnswer answer) {
    unsent.put(channel, answer);
  }

  void sent(Channel channel) {
    unsent.remove(channel);
  }

  Optional<byte[]> bootstrapToken() {
    return Optional.ofNullable(bootstrapToken);
  }

  void bootstrapToken(byte[] token) {
    bootstrapToken = token;
  }
}
