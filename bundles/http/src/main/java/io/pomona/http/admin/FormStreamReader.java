package io.pomona.http.admin;

import io.pomona.api.MdmException;
import io.pomona.api.rest.FormStream;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.ext.MessageBodyReader;
import javax.ws.rs.ext.Provider;

/** Hands forms to resources that read them as they come. */
@Provider
@Consumes(MediaType.MULTIPART_FORM_DATA)
public final class FormStreamReader implements MessageBodyReader<FormStream> {
  // RFC 2046 allows seventy characters.
  private static final int LONGEST = 70;

  @Override
  public boolean isReadable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
    return type == FormStream.class;
  }

  @Override
  public FormStream readFrom(
      Class<FormStream> type,
      Type generic,
      Annotation[] annotations,
      MediaType media,
      MultivaluedMap<String, String> headers,
      InputStream body) {
    String boundary =
        Optional.ofNullable(media.getParameters().get("boundary"))
            .filter(text -> !text.isEmpty() && text.length() <= LONGEST)
            .orElseThrow(
                () -> MdmException.malformed("http.bad_form", "The form names no boundary."));
    return new StreamedForm(body, boundary.getBytes(StandardCharsets.ISO_8859_1));
  }
}
