package io.pomona.http.admin;

import io.pomona.api.MdmException;
import io.pomona.api.rest.MultipartForm;
import io.pomona.api.rest.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.ws.rs.Consumes;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.ext.MessageBodyReader;
import javax.ws.rs.ext.Provider;
import org.apache.cxf.jaxrs.ext.MessageContext;
import org.apache.cxf.jaxrs.ext.multipart.Attachment;
import org.apache.cxf.jaxrs.ext.multipart.ContentDisposition;
import org.apache.cxf.jaxrs.utils.multipart.AttachmentUtils;

/** Reads forms with files by CXF's own reader, so that slices need not know it. */
@Provider
@Consumes(MediaType.MULTIPART_FORM_DATA)
public final class MultipartFormReader implements MessageBodyReader<MultipartForm> {
  private static final int MOST_PARTS = 100;

  @Context private MessageContext messages;

  @Override
  public boolean isReadable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
    return type == MultipartForm.class;
  }

  @Override
  public MultipartForm readFrom(
      Class<MultipartForm> type,
      Type generic,
      Annotation[] annotations,
      MediaType media,
      MultivaluedMap<String, String> headers,
      InputStream body) {
    try {
      return form();
    } catch (IOException | RuntimeException e) {
      throw reason(e);
    }
  }

  private MultipartForm form() throws IOException {
    Map<String, String> fields = new HashMap<>();
    Map<String, List<UploadedFile>> files = new HashMap<>();
    int parts = 0;
    for (Attachment part : AttachmentUtils.getMultipartBody(messages).getAllAttachments()) {
      if (++parts > MOST_PARTS) {
        throw MdmException.malformed("http.too_many_parts", "The form has more than 100 parts.");
      }
      read(part, fields, files);
    }
    return new MultipartForm(fields, last(files), files);
  }

  private static Map<String, UploadedFile> last(Map<String, List<UploadedFile>> files) {
    return files.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, entry -> entry.getValue().get(entry.getValue().size() - 1)));
  }

  /** What we found wrong while CXF was reading, or that CXF could not read it. */
  private static MdmException reason(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof MdmException known) {
        return known;
      }
    }
    return MdmException.malformed("http.bad_form", "The body is no well-formed multipart form.")
        .causedBy(e);
  }

  private static void read(
      Attachment part, Map<String, String> fields, Map<String, List<UploadedFile>> files)
      throws IOException {
    ContentDisposition disposition = part.getContentDisposition();
    String name = disposition == null ? null : disposition.getParameter("name");
    if (name == null) {
      throw MdmException.malformed("http.unnamed_part", "A part of the form has no name.");
    }
    byte[] content = part.getDataHandler().getInputStream().readAllBytes();
    if (disposition.getFilename() == null) {
      fields.put(name, new String(content, StandardCharsets.UTF_8));
    } else {
      files
          .computeIfAbsent(name, key -> new ArrayList<>())
          .add(new UploadedFile(disposition.getFilename(), content));
    }
  }
}
