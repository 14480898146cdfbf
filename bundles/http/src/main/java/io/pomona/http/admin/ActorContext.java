package io.pomona.http.admin;

import io.pomona.api.organization.Actor;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.ext.Provider;
import org.apache.cxf.jaxrs.ext.ContextProvider;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;

/** Gives resources the caller as {@code @Context Actor}. */
@Provider
public final class ActorContext implements ContextProvider<Actor> {
  @Override
  public Actor createContext(Message message) {
    // CXF keeps the properties of a request as attributes of the servlet request.
    Object request = message.getExchange().getInMessage().get(AbstractHTTPDestination.HTTP_REQUEST);
    if (request instanceof HttpServletRequest servlet
        && servlet.getAttribute(Authentication.ACTOR) instanceof Actor known) {
      return known;
    }
    throw new IllegalStateException("a method that is open to anybody asks who calls");
  }
}
