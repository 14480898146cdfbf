package io.pomona.http;

import io.pomona.api.rest.EndUserResource;
import io.pomona.http.error.UnreadAnswer;
import io.pomona.http.person.OwnForms;
import io.pomona.http.person.PersonErrors;
import io.pomona.http.person.PersonHeaders;
import java.util.List;
import javax.servlet.Servlet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** What people without an account open, at {@code /device}: pages. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("pomona-person")
@HttpWhiteboardServletPattern("/device/*")
public final class EndUserServer extends ResourceServlet<EndUserResource> {
  private static final long serialVersionUID = 1L;

  @Activate
  public EndUserServer(@Reference Listening listening) {
    super(
        List.of(new OwnForms(), new UnreadAnswer(), new PersonErrors(), new PersonHeaders()),
        new RequestGuard(new SmallBodies(), PersonErrors::answer));
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindResource(EndUserResource resource) {
    add(resource);
  }

  void unbindResource(EndUserResource resource) {
    remove(resource);
  }
}
