package io.pomona.updates.declarations;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.NewCommand;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.updates.DeclarationStanding;
import io.pomona.api.updates.HostDeclarationStore;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.command.CommandBody;
import io.pomona.protocol.command.Commands;
import io.pomona.protocol.declarative.DeclarationItems;
import io.pomona.protocol.declarative.SyncTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells Macs when their declarations have changed: takes the hosts that are due, compares the token
 * of what each is to have with what it knows, and queues a command where they differ. Called from
 * one route per node; several nodes may run it.
 */
@Component(service = DeclarationSweep.class)
public final class DeclarationSweep {
  static final String OWNER = "updates.declarations";
  static final int BATCH = 200;
  static final Duration LEASE = Duration.ofMinutes(2);

  /** A Mac that was told and has not asked by then is told again. */
  static final Duration PATIENCE = Duration.ofHours(20);

  /** A Mac may lose what it has fetched; told what it knows, it does nothing. */
  static final Duration WEEK = Duration.ofDays(7);

  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.updates");

  private final HostDeclarationStore store;
  private final WantedDeclarations wanted;
  private final Clock clock;

  @Activate
  public DeclarationSweep(
      @Reference HostDeclarationStore store, @Reference WantedDeclarations wanted) {
    this(store, wanted, Clock.systemUTC());
  }

  DeclarationSweep(HostDeclarationStore store, WantedDeclarations wanted, Clock clock) {
    this.store = store;
    this.wanted = wanted;
    this.clock = clock;
  }

  /** Tells all that are due. */
  public void tell() {
    while (batch() == BATCH) {
      LOG.debug("More hosts are due");
    }
  }

  /** Looks at every enrolled host, so that whatever was lost heals. */
  public void everyone() {
    store.markAllDue(clock.instant());
  }

  private int batch() {
    Instant now = clock.instant();
    List<Host> hosts = store.leaseDue(BATCH, now, LEASE);
    if (hosts.isEmpty()) {
      return 0;
    }
    List<HostId> ids = hosts.stream().map(Host::id).toList();
    Map<HostId, DeclarationStanding> standings = store.standings(ids);
    Map<HostId, DeclarationItems> items = wanted.of(hosts);
    Map<ChannelId, String> told = new LinkedHashMap<>();
    for (Host host : hosts) {
      DeclarationStanding standing = standings.getOrDefault(host.id(), DeclarationStanding.NONE);
      if (isToBeTold(host, items.get(host.id()), standing, now)) {
        told.put(ChannelId.device(host.udid().orElseThrow()), items.get(host.id()).token());
      }
    }
    store.tell(told, orders(told, now), ids, now);
    if (!told.isEmpty()) {
      LOG.info("{} hosts are told of their declarations", told.size());
    }
    return hosts.size();
  }

  private static boolean isToBeTold(
      Host host, DeclarationItems items, DeclarationStanding standing, Instant now) {
    if (host.udid().isEmpty() || WantedDeclarations.version(host).isEmpty()) {
      return false;
    }
    Optional<String> token = Optional.of(items.token());
    boolean untouched = standing.told().isEmpty() && standing.fetched().isEmpty();
    if (untouched && items.isEmpty()) {
      return false;
    }
    if (standing.fetched().equals(token)) {
      return !items.isEmpty() && isOld(host, standing, now);
    }
    return !standing.told().equals(token) || standing.toldAt().isBefore(now.minus(PATIENCE));
  }

  /** Of a former enrollment as well, whoever may have been there to see it end. */
  private static boolean isOld(Host host, DeclarationStanding standing, Instant now) {
    Instant heard = standing.heardAt();
    return heard.isBefore(now.minus(WEEK)) || host.enrolledAt().filter(heard::isBefore).isPresent();
  }

  /** One command for all channels that are told the same. */
  private static List<CommandOrder> orders(Map<ChannelId, String> told, Instant now) {
    Map<String, List<ChannelId>> channels = new LinkedHashMap<>();
    told.forEach(
        (channel, token) -> channels.computeIfAbsent(token, key -> new ArrayList<>()).add(channel));
    return channels.entrySet().stream()
        .map(entry -> new CommandOrder(command(entry.getKey(), now), entry.getValue()))
        .toList();
  }

  private static NewCommand command(String token, Instant now) {
    CommandUuid uuid = CommandUuid.random();
    CommandBody body = Commands.declarativeManagement(new SyncTokens(token, now).toJson());
    return new NewCommand(
            uuid,
            body.requestType(),
            body.encode(uuid.value()),
            NewCommand.ROUTINE,
            OWNER,
            "Pomona",
            now,
            Optional.empty())
        .because("declarations have changed")
        .about("declarations");
  }
}
