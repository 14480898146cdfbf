package io.pomona.store.enrollment;

import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.MacFacts;
import io.pomona.api.enrollment.MdmStatus;
import io.pomona.store.sql.Micros;
import io.pomona.store.sql.Text;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A Mac; written as an entity, read by {@link HostRows}. */
@Entity(name = "Host")
@Table(name = "enrollment_host")
public class HostEntity {
  @Id private long id;

  private String udid;

  @Column(name = "serial_number")
  private String serialNumber = "";

  private String name = "";
  private String model = "";

  @Column(name = "model_name")
  private String modelName = "";

  @Column(name = "os_version")
  private String osVersion = "";

  @Column(name = "os_order")
  private String osOrder = "";

  @Column(name = "build_version")
  private String buildVersion = "";

  @Column(name = "search_text")
  private String searchText = "";

  @Column(name = "team_id")
  private long teamId;

  private String mdm = MdmStatus.OFF.name();

  @Column(name = "created_at")
  private long createdAt;

  @Column(name = "enrolled_at")
  private Long enrolledAt;

  @Column(name = "details_at")
  private long detailsAt;

  @Column(name = "refetch_requested")
  private boolean refetchRequested;

  static HostEntity made(long id, long team, Instant now) {
    HostEntity entity = new HostEntity();
    entity.id = id;
    entity.teamId = team;
    entity.createdAt = Micros.of(now);
    return entity;
  }

  HostId hostId() {
    return new HostId(id);
  }

  Optional<String> device() {
    return Optional.ofNullable(udid);
  }

  boolean isOn() {
    return MdmStatus.valueOf(mdm).isOn();
  }

  void belongsTo(String device) {
    udid = device;
    index();
  }

  /** What the Mac has not said stays as it is. */
  void take(MacFacts said) {
    serialNumber = or(said.serialNumber(), serialNumber);
    name = or(said.name(), name);
    model = or(said.model(), model);
    modelName = or(said.modelName(), modelName);
    osVersion = or(said.osVersion(), osVersion);
    osOrder = VersionOrder.of(osVersion);
    buildVersion = or(said.buildVersion(), buildVersion);
    index();
  }

  private static String or(String said, String before) {
    return said.isEmpty() ? before : Text.storable(said);
  }

  private void index() {
    String device = udid == null ? "" : udid;
    searchText = String.join("\n", name, serialNumber, device).toLowerCase(Locale.ROOT);
  }

  void off() {
    mdm = MdmStatus.OFF.name();
    refetchRequested = false;
  }

  void refetch() {
    refetchRequested = true;
  }

  void detailed(Instant now) {
    detailsAt = Micros.of(now);
    refetchRequested = false;
  }
}
