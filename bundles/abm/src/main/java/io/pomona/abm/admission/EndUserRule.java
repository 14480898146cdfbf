package io.pomona.abm.admission;

import io.pomona.api.MdmException;
import io.pomona.api.abm.AgreementStore;
import io.pomona.api.abm.SetupSettingsStore;
import io.pomona.api.organization.EndUserLogins;
import io.pomona.api.organization.StatusCheck;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether the person who sets a Mac up has to agree to terms, and has to say who they are. */
@Component(service = {EndUserRule.class, StatusCheck.class})
public final class EndUserRule implements StatusCheck {
  private static final String NAME = "abm.end_user_login";

  private final SetupSettingsStore settings;
  private final AgreementStore agreements;
  private final EndUserLogins logins;
  private final TeamStore teams;
  private final Rejections rejections;

  @Activate
  public EndUserRule(
      @Reference SetupSettingsStore settings,
      @Reference AgreementStore agreements,
      @Reference EndUserLogins logins,
      @Reference TeamStore teams,
      @Reference Rejections rejections) {
    this.settings = settings;
    this.agreements = agreements;
    this.logins = logins;
    this.teams = teams;
    this.rejections = rejections;
  }

  public boolean asks(Optional<TeamId> team) {
    return settings.of(team).endUserAuthentication();
  }

  /** Whether there are terms to agree to, which are the whole organization's. */
  public boolean hasTerms() {
    return agreements.find().isPresent();
  }

  /** For the way without a page, which must not be a way around the terms or the login. */
  public void requireNone(Arrival arrival) {
    if (hasTerms()) {
      throw refusal(arrival, Reason.NO_AGREEMENT);
    }
    if (asks(arrival.team())) {
      throw refusal(arrival, Reason.NO_LOGIN);
    }
  }

  private MdmException refusal(Arrival arrival, Reason reason) {
    return rejections.refuse(arrival.machine().serialNumber(), arrival.host(), reason);
  }

  @Override
  public List<StatusLine> check() {
    boolean possible = logins.name().isPresent();
    boolean lacking =
        !possible
            && Stream.concat(
                    Stream.of(Optional.<TeamId>empty()),
                    teams.names().keySet().stream().map(Optional::of))
                .anyMatch(this::asks);
    return lacking
        ? List.of(
            new StatusLine(
                NAME,
                Level.WARNING,
                "A team wants people to log in when they set up a Mac, and there is no provider:"
                    + " set oidc.issuer in io.pomona.organization.cfg. Its Macs cannot enroll."))
        : List.of();
  }
}
