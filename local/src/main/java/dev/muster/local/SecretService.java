package dev.muster.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Secrets Manager, as far as {@code GetSecretValue}. Secrets are made up once, from the template's description. */
final class SecretService implements LocalServices.Service {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final String TYPE = "application/x-amz-json-1.1";
    private static final int LARGEST = 1 << 16;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> values;

    private SecretService(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** @param folder where secrets are kept, readable by their owner only; empty = made up anew at each start */
    static SecretService of(List<Stack.Secret> secrets, Optional<Path> folder) throws IOException {
        var values = new HashMap<String, String>();
        for (var secret : secrets) {
            var value = folder.isPresent()
                    ? kept(folder.get().resolve("secret-" + secret.logicalId() + ".json"), secret)
                    : generate(secret);
            values.put(secret.arn(), value);
        }
        return new SecretService(values);
    }

    @Override
    public void serve(HttpExchange exchange) throws IOException {
        var request = JSON.readTree(exchange.getRequestBody().readNBytes(LARGEST));
        var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        var id = request.path("SecretId").asText();
        if (!"secretsmanager.GetSecretValue".equals(target)) {
            refuse(
                    exchange,
                    "InvalidRequestException",
                    "The local Secrets Manager knows GetSecretValue, not " + target);
        } else if (!values.containsKey(id)) {
            refuse(exchange, "ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
        } else {
            var answer = JSON.createObjectNode();
            answer.put("ARN", id).put("Name", id.substring(id.lastIndexOf(':') + 1));
            answer.put("SecretString", values.get(id)).put("VersionId", "00000000-0000-0000-0000-000000000001");
            answer.putArray("VersionStages").add("AWSCURRENT");
            LocalServices.send(exchange, 200, TYPE, answer.toString());
        }
    }

    private static void refuse(HttpExchange exchange, String code, String message) throws IOException {
        exchange.getResponseHeaders().set("X-Amzn-ErrorType", code);
        LocalServices.send(
                exchange,
                400,
                TYPE,
                JSON.createObjectNode()
                        .put("__type", code)
                        .put("Message", message)
                        .toString());
    }

    /** A secret is written beside its place and moved there, so that a killed process leaves all of it or nothing. */
    private static String kept(Path file, Stack.Secret secret) throws IOException {
        if (!Files.exists(file)) {
            var draft = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(draft);
            Files.createFile(draft, ownerOnly(draft));
            Files.writeString(draft, generate(secret));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file);
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static String generate(Stack.Secret secret) throws IOException {
        var random = new SecureRandom();
        var key = new StringBuilder(secret.length());
        random.ints(secret.length(), 0, ALPHABET.length()).forEach(i -> key.append(ALPHABET.charAt(i)));
        return ((ObjectNode) JSON.readTree(secret.template()))
                .put(secret.key(), key.toString())
                .toString();
    }
}
