package io.pomona.store.profiles;

import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.NewProfile;
import io.pomona.api.profiles.Profile;
import io.pomona.api.profiles.ProfileId;
import io.pomona.api.profiles.ProfileOrigin;
import io.pomona.protocol.digest.Sha256;
import io.pomona.store.SealedPlists;
import io.pomona.store.SealedPlists.Kind;
import io.pomona.store.sql.Micros;
import io.pomona.store.sql.Text;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** An uploaded profile; its bytes are read only when they are asked for. */
@Entity(name = "Profile")
@Table(name = "profiles_profile")
public class ProfileEntity {
  @Id private long id;

  @Column(name = "profile_uuid")
  private String profileUuid;

  @Column(name = "team_id")
  private long teamId;

  private String identifier;
  private String name;

  @Column(name = "payload_uuid")
  private String payloadUuid;

  @Lob
  @Basic(fetch = FetchType.LAZY)
  @Column(name = "content")
  private byte[] sealedContent;

  @Column(name = "content_sha256")
  private String contentSha256;

  private String origin;

  @Column(name = "created_at")
  private long createdAt;

  @Column(name = "updated_at")
  private long updatedAt;

  static ProfileEntity of(long id, NewProfile profile, SealedPlists plists, Instant now) {
    ProfileEntity entity = new ProfileEntity();
    entity.id = id;
    entity.profileUuid = UUID.randomUUID().toString();
    entity.teamId = number(profile.team());
    entity.identifier = Text.storable(profile.identifier());
    entity.name = Text.storable(profile.name());
    entity.payloadUuid = Text.storable(profile.payloadUuid());
    entity.sealedContent = plists.seal(Kind.PROFILE, profile.content());
    entity.contentSha256 = Sha256.hex(profile.content());
    entity.origin = ProfileOrigin.CONSOLE.name();
    entity.createdAt = Micros.of(now);
    entity.updatedAt = entity.createdAt;
    return entity;
  }

  /** Of no team: 0, so that names are unique there as well. */
  static long number(Optional<TeamId> team) {
    return team.map(TeamId::value).orElse(0L);
  }

  /** In the place of another one. */
  ProfileEntity replacing(ProfileEntity former) {
    profileUuid = former.profileUuid;
    createdAt = former.createdAt;
    return this;
  }

  /** As what brought it last. */
  ProfileEntity from(ProfileOrigin bringer) {
    origin = bringer.name();
    return this;
  }

  /** Nothing would change for a Mac. */
  boolean isSame(NewProfile other) {
    return contentSha256.equals(Sha256.hex(other.content()));
  }

  boolean isNamed(String text) {
    return name.equals(Text.storable(text));
  }

  String identifier() {
    return identifier;
  }

  long team() {
    return teamId;
  }

  byte[] content(SealedPlists plists) {
    return plists.open(Kind.PROFILE, sealedContent);
  }

  Profile toProfile() {
    return new Profile(
        new ProfileId(id),
        profileUuid,
        Optional.of(teamId).filter(team -> team != 0).map(TeamId::new),
        identifier,
        name,
        payloadUuid,
        contentSha256,
        ProfileOrigin.valueOf(origin),
        Micros.instant(createdAt),
        Micros.instant(updatedAt));
  }
}
