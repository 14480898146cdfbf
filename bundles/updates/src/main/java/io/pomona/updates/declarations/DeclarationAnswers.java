package io.pomona.updates.declarations;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.DeclarativeMessages;
import io.pomona.api.enrollment.Enrollment;
import io.pomona.api.enrollment.EnrollmentStore;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.updates.HostDeclarationStore;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.checkin.DeclarativeManagement;
import io.pomona.protocol.declarative.Declaration;
import io.pomona.protocol.declarative.DeclarationItems;
import io.pomona.protocol.declarative.DeclarativeEndpoint;
import io.pomona.protocol.declarative.SyncTokens;
import java.time.Clock;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What Macs ask, and what they are answered. */
@Component
public final class DeclarationAnswers implements DeclarativeMessages {
  private final EnrollmentStore enrollments;
  private final HostStore hosts;
  private final WantedDeclarations wanted;
  private final HostDeclarationStore told;
  private final StatusIntake intake;
  private final Clock clock;

  @Activate
  public DeclarationAnswers(
      @Reference EnrollmentStore enrollments,
      @Reference HostStore hosts,
      @Reference WantedDeclarations wanted,
      @Reference HostDeclarationStore told,
      @Reference StatusIntake intake) {
    this(enrollments, hosts, wanted, told, intake, Clock.systemUTC());
  }

  DeclarationAnswers(
      EnrollmentStore enrollments,
      HostStore hosts,
      WantedDeclarations wanted,
      HostDeclarationStore told,
      StatusIntake intake,
      Clock clock) {
    this.enrollments = enrollments;
    this.hosts = hosts;
    this.wanted = wanted;
    this.told = told;
    this.intake = intake;
    this.clock = clock;
  }

  @Override
  public Optional<byte[]> answer(ChannelId channel, DeclarativeManagement message) {
    DeclarativeEndpoint endpoint =
        DeclarativeEndpoint.parse(message.endpoint()).orElseThrow(DeclarationAnswers::unknown);
    Host host =
        enrollments
            .find(channel)
            .map(Enrollment::host)
            .flatMap(hosts::find)
            .orElseThrow(DeclarationAnswers::unknown);
    return answer(channel, host, endpoint, message.data());
  }

  private Optional<byte[]> answer(
      ChannelId channel, Host host, DeclarativeEndpoint endpoint, Optional<byte[]> data) {
    if (endpoint instanceof DeclarativeEndpoint.One one) {
      return Optional.of(declaration(channel, host, one));
    }
    DeclarationItems items = channel.isUser() ? DeclarationItems.NONE : wanted.of(host);
    if (endpoint instanceof DeclarativeEndpoint.Tokens) {
      return Optional.of(new SyncTokens(items.token(), clock.instant()).toJson());
    }
    if (endpoint instanceof DeclarativeEndpoint.Items) {
      told.fetched(channel, items.token(), clock.instant());
      return Optional.of(items.toJson());
    }
    intake.take(channel, host, items, data.orElse(new byte[0]));
    return Optional.empty();
  }

  private byte[] declaration(ChannelId channel, Host host, DeclarativeEndpoint.One one) {
    return Optional.of(host)
        .filter(mac -> !channel.isUser())
        .flatMap(mac -> wanted.find(mac, one.kind(), one.identifier()))
        .map(Declaration::toJson)
        .orElseThrow(DeclarationAnswers::unknown);
  }

  private static MdmException unknown() {
    return MdmException.notFound(
        "updates.no_declaration", "This server has no such declaration for this Mac.");
  }
}
