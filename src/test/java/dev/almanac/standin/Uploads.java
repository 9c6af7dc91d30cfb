package dev.almanac.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.MediaType;
import okhttp3.MultipartReader;
import okio.Buffer;
import okio.ByteString;

/**
 * Bodies that come with files, as https://discord.com/developers/docs/reference#uploading-files says: the JSON in
 * {@code payload_json}, the file of attachment {@code n} in {@code files[n]}.
 */
final class Uploads {
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
    private static final String DATA = "data:image/png;base64,";

    private final Payloads payloads;

    Uploads(Payloads payloads) {
        this.payloads = payloads;
    }

    /** The JSON; each of its attachments with the address of what was uploaded for it, which says all its bytes. */
    JsonNode body(ByteString request, String contentType) {
        Map<String, ByteString> parts = parts(request, contentType);
        ObjectNode body =
                (ObjectNode) payloads.read(Objects.requireNonNull(parts.remove("payload_json"), "no payload_json")
                        .utf8());
        ObjectNode message = body.path("data") instanceof ObjectNode data ? data : body;
        for (JsonNode attachment : message.path("attachments")) {
            ByteString file = parts.remove("files[" + attachment.path("id").asText() + "]");
            if (file != null) {
                ((ObjectNode) attachment).put("size", file.size()).put("url", DATA + file.base64());
            }
        }
        if (!parts.isEmpty()) {
            throw new IllegalStateException("files that no attachment names: " + parts.keySet());
        }
        return body;
    }

    private static Map<String, ByteString> parts(ByteString request, String contentType) {
        String boundary = Objects.requireNonNull(MediaType.get(contentType).parameter("boundary"));
        Map<String, ByteString> parts = new HashMap<>();
        try (MultipartReader reader = new MultipartReader(new Buffer().write(request), boundary)) {
            for (MultipartReader.Part part = reader.nextPart(); part != null; part = reader.nextPart()) {
                Matcher name = NAME.matcher(String.valueOf(part.headers().get("Content-Disposition")));
                if (!name.find()) {
                    throw new IllegalStateException("a part without a name");
                }
                parts.put(name.group(1), part.body().readByteString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }
}
