package io.pomona.abm.setup.rest;

import io.pomona.abm.setup.Agreements;
import io.pomona.api.MdmException;
import io.pomona.api.abm.Agreement;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.rest.MultipartForm;
import io.pomona.api.rest.UploadedFile;
import java.time.Instant;
import java.util.Optional;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the calls about the agreement do, under their names of then and now. */
@Component(service = AgreementCalls.class)
public final class AgreementCalls {
  static final String PDF = "application/pdf";

  private final Agreements agreements;
  private final Access access;

  @Activate
  public AgreementCalls(@Reference Agreements agreements, @Reference Access access) {
    this.agreements = agreements;
    this.access = access;
  }

  /** The agreement without its bytes. */
  public record AgreementView(String name, String token, Instant createdAt) {
    static AgreementView of(Agreement.Cover found) {
      return new AgreementView(found.name(), found.token(), found.createdAt());
    }
  }

  /** It is the organization's: whoever may do this only for a team may not. */
  private void require(Actor actor) {
    access.require(actor, Permission.EDIT_ABM, Optional.empty());
  }

  AgreementView add(Actor actor, MultipartForm form) {
    require(actor);
    UploadedFile file =
        form.file("eula")
            .orElseThrow(
                () ->
                    MdmException.invalid(
                        "abm.no_file", "eula", "Send the agreement as the file eula."));
    return AgreementView.of(agreements.add(actor, file.name(), file.content()).cover());
  }

  AgreementView metadata(Actor actor) {
    require(actor);
    return AgreementView.of(agreements.find());
  }

  void delete(Actor actor, String token) {
    require(actor);
    agreements.delete(actor, token);
  }

  Response file(String token) {
    return Response.ok(agreements.content(token), PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"eula.pdf\"")
        .build();
  }
}
