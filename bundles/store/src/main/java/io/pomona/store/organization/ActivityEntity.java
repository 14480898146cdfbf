package io.pomona.store.organization;

import io.pomona.api.organization.Activity;
import io.pomona.api.organization.UserId;
import io.pomona.store.sql.Micros;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.util.Optional;

/** An entry of the activity feed; written by {@link Activities}, only read as an entity. */
@Entity(name = "Activity")
@Table(name = "organization_activity")
public class ActivityEntity {
  @Id private long id;

  @Column(name = "created_at")
  private long createdAt;

  @Column(name = "actor_id")
  private Long actorId;

  @Column(name = "actor_name")
  private String actorName;

  @Column(name = "actor_email")
  private String actorEmail;

  private String kind;
  @Lob private byte[] details;

  Activity toActivity() {
    return new Activity(
        id,
        Micros.instant(createdAt),
        Optional.ofNullable(actorId).map(UserId::new),
        actorName,
        actorEmail,
        kind,
        Activities.details(details));
  }
}
