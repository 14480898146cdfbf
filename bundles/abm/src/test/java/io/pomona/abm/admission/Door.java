package io.pomona.abm.admission;

import io.pomona.abm.AbmConfig;
import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.abm.AbmDevice;
import io.pomona.api.abm.AbmTokenId;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.EndUserLogins;
import io.pomona.api.pki.MachineSignatures;
import io.pomona.api.pki.MachineSignatures.Flaw;
import io.pomona.api.pki.MachineSignatures.Statement;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.protocol.plist.PlistWriter;
import io.pomona.testkit.FakeAccess;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules at the door over stores in memory, with signatures that are good as long as said. */
public final class Door {
  public final SettableClock clock = new SettableClock();
  public final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  public final Map<String, AbmDevice> assigned = new HashMap<>();
  public final Rejections rejections = new Rejections(stores.activities(), clock);
  public final Admissions admissions =
      new Admissions(stores.arrivals(), stores.hosts(), FakeAccess.allowingAll(), clock);
  public final MinimumVersions versions = new MinimumVersions(stores.minimumVersions(), clock);
  public final Arrivals arrivals;
  public Optional<Flaw> flaw = Optional.empty();

  /** Why no profile can be made now. */
  public Optional<MdmException> noProfile = Optional.empty();

  private final MachineSignatures signatures = (cms, authorities) -> new Statement(cms, flaw);

  public Door() {
    this(Configs.defaults());
  }

  public Door(AbmConfig config) {
    Fixtures.setUp(stores.users());
    arrivals =
        new Arrivals(
            signatures,
            serial -> Optional.ofNullable(assigned.get(serial)),
            stores.hosts(),
            stores.arrivals(),
            rejections,
            config,
            clock);
  }

  public EndUserRule people(EndUserLogins logins) {
    return new EndUserRule(
        stores.setupSettings(), stores.agreements(), logins, stores.teams(), rejections);
  }

  public Handout handout() {
    return new Handout(
        (serial, udid) -> {
          noProfile.ifPresent(
              refusal -> {
                throw refusal;
              });
          return ("profile of " + serial + " " + udid.orElse("")).getBytes();
        },
        stores.arrivals(),
        clock);
  }

  /** A Mac that has enrolled before, and that ABM assigns to us. */
  public HostId known(int number) {
    HostId host = Fixtures.enrolledMac(stores, number, clock.instant()).host();
    assign(number, host);
    return host;
  }

  public void assign(int number, HostId host) {
    assigned.put(
        Fixtures.serial(number),
        new AbmDevice(
            Fixtures.serial(number),
            new AbmTokenId(1),
            host,
            "MACBOOK PRO",
            "",
            "",
            Optional.empty(),
            Optional.empty()));
  }

  /** What the Mac of this number says of itself. */
  public static byte[] info(int number) {
    return info(Fixtures.serial(number), Fixtures.udid(number), "14.2", true);
  }

  public static byte[] info(String serial, String udid, String version, boolean canUpdate) {
    return PlistWriter.write(
        PlistDict.builder()
            .put("SERIAL", serial)
            .put("UDID", udid)
            .put("PRODUCT", "Mac14,2")
            .put("VERSION", "23C64")
            .put("OS_VERSION", version)
            .put("MDM_CAN_REQUEST_SOFTWARE_UPDATE", canUpdate)
            .build());
  }

  public List<Activity> told(String type) {
    return stores.activities().newest(PageRequest.first(500)).stream()
        .filter(activity -> activity.type().equals(type))
        .toList();
  }
}
