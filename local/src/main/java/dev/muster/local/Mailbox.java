package dev.muster.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Everything that was sent to people, in the order of sending. Nothing is left out and nothing merged: a message that
 * was sent twice stands here twice.
 */
public final class Mailbox implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Mail> mails;
    private final Optional<FileChannel> file;

    private Mailbox(List<Mail> mails, Optional<FileChannel> file) {
        this.mails = mails;
        this.file = file;
    }

    static Mailbox inMemory() {
        return new Mailbox(new ArrayList<>(), Optional.empty());
    }

    /** Opens the file, one JSON object a line, and reads what it holds; a torn last line is cut off. */
    static Mailbox at(Path path) throws IOException {
        var mails = new ArrayList<Mail>();
        var channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        var content = Files.readAllBytes(path);
        var start = 0;
        for (var i = 0; i < content.length; i++) {
            if (content[i] == '\n') {
                mails.add(read(new String(content, start, i - start, StandardCharsets.UTF_8)));
                start = i + 1;
            }
        }
        channel.truncate(start);
        channel.position(start);
        return new Mailbox(mails, Optional.of(channel));
    }

    /** All messages, the oldest first. */
    public synchronized List<Mail> mails() {
        return List.copyOf(mails);
    }

    /** The messages of one member, the oldest first. */
    public List<Mail> mailsFor(String member) {
        return mails().stream().filter(mail -> mail.member().equals(member)).toList();
    }

    /** Who has received anything. */
    public SortedSet<String> members() {
        var members = new TreeSet<String>();
        mails().forEach(mail -> members.add(mail.member()));
        return members;
    }

    synchronized void add(Mail mail) {
        file.ifPresent(channel -> append(channel, mail));
        mails.add(mail);
    }

    @Override
    public synchronized void close() throws IOException {
        if (file.isPresent()) {
            file.get().close();
        }
    }

    static ObjectNode json(Mail mail) {
        var node = JSON.createObjectNode();
        node.put("id", mail.id()).put("sentAt", mail.sentAt().toString());
        node.put("subject", mail.subject()).put("text", mail.text());
        var attributes = node.putObject("attributes");
        mail.attributes().forEach(attributes::put);
        return node;
    }

    private static void append(FileChannel channel, Mail mail) {
        try {
            var line = ByteBuffer.wrap((json(mail) + "\n").getBytes(StandardCharsets.UTF_8));
            while (line.hasRemaining()) {
                channel.write(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the mailbox", e);
        }
    }

    private static Mail read(String line) {
        try {
            var node = JSON.readTree(line);
            Map<String, String> attributes = new LinkedHashMap<>();
            node.path("attributes")
                    .properties()
                    .forEach(entry ->
                            attributes.put(entry.getKey(), entry.getValue().asText()));
            return new Mail(
                    node.path("id").asText(),
                    Instant.parse(node.path("sentAt").asText()),
                    node.path("subject").asText(),
                    node.path("text").asText(),
                    attributes);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("The mailbox file holds a line that is no JSON", e);
        }
    }
}
