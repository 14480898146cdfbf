package io.pomona.enrollment;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.DeclarativeMessages;
import io.pomona.api.enrollment.EnrollmentStore;
import io.pomona.api.pki.VerifiedCertificate;
import io.pomona.protocol.checkin.DeclarativeManagement;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Passes on what Macs ask of declarative management, once it is known who asks. Where nobody
 * answers, there are no declarations.
 */
@Component(service = DeclarativeAnswers.class)
public final class DeclarativeAnswers {
  private final Bindings bindings;

  private volatile Optional<DeclarativeMessages> messages = Optional.empty();

  @Activate
  public DeclarativeAnswers(@Reference EnrollmentStore enrollments) {
    this.bindings = new Bindings(enrollments);
  }

  @Reference(
      name = "messages",
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "forget")
  void ask(DeclarativeMessages present) {
    messages = Optional.of(present);
  }

  void forget(DeclarativeMessages gone) {
    messages = messages.filter(present -> present != gone);
  }

  CheckInAnswer answer(DeclarativeManagement message, VerifiedCertificate certificate) {
    bindings.require(certificate, message.channel());
    return messages
        .orElseThrow(DeclarativeAnswers::none)
        .answer(message.channel(), message)
        .map(CheckInAnswer::json)
        .orElse(CheckInAnswer.done());
  }

  private static MdmException none() {
    return MdmException.notFound(
        "enrollment.no_declarations", "This server has no declarations for this Mac.");
  }
}
