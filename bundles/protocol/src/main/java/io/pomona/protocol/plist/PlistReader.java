package io.pomona.protocol.plist;

import com.dd.plist.BinaryPropertyListParser;
import com.dd.plist.NSObject;
import com.dd.plist.XMLPropertyListParser;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads a property list, XML or binary, whose root is a dictionary.
 *
 * <p>The caller has already limited the size. Refused besides what is malformed: the ASCII form, a
 * DOCTYPE with its own declarations, encodings other than UTF-8, UTF-16 with a byte order mark,
 * ASCII and Latin 1, more than {@value #MAX_DEPTH} levels and more than {@value #MAX_NODES} values.
 */
public final class PlistReader {
  /** Containers inside each other. */
  public static final int MAX_DEPTH = 64;

  /** Values in the whole document. */
  public static final int MAX_NODES = 100_000;

  private static final byte[] BINARY_MAGIC = "bplist".getBytes(StandardCharsets.US_ASCII);

  private PlistReader() {}

  /**
   * @throws MalformedPlistException with a sentence that says what is wrong and quotes nothing
   */
  public static PlistDict read(byte[] plist) {
    try {
      return PlistTree.convert(isBinary(plist) ? readBinary(plist) : readXml(plist));
    } catch (MalformedPlistException e) {
      throw e;
    } catch (StackOverflowError | OutOfMemoryError e) {
      throw new MalformedPlistException("The property list is nested too deeply or too large.");
    } catch (Exception e) {
      throw new MalformedPlistException("The bytes are not a well-formed property list.");
    }
  }

  /** Whether these bytes begin like a binary property list. */
  public static boolean isBinary(byte[] plist) {
    return plist.length >= BINARY_MAGIC.length
        && Arrays.equals(plist, 0, BINARY_MAGIC.length, BINARY_MAGIC, 0, BINARY_MAGIC.length);
  }

  private static NSObject readBinary(byte[] plist) throws Exception {
    return BinaryPropertyListParser.parse(plist);
  }

  private static NSObject readXml(byte[] plist) throws Exception {
    return XMLPropertyListParser.parse(XmlDocument.parse(plist, XmlProlog.check(plist)));
  }
}
